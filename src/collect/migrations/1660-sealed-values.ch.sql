-- What an event was sent with while some of it is held back (GDPR Art. 9): {"properties":…,"traits":…,"context":…} as they would be kept. Asked by nothing
-- but the person's own export; put in its place once somebody states the ground, forgotten after a month.
ALTER TABLE events ADD COLUMN IF NOT EXISTS sealed String;
-- An identify call all of whose traits are held back still says something of the person.
ALTER TABLE events MODIFY COLUMN speaks UInt8
  DEFAULT (type IN ('identify', 'alias') AND (traits NOT IN ('', '{}') OR sealed != '')) OR position(context, '"consent"') > 0;
