-- Since when an event's values are sealed: since it came, or, where its name was held back only later, since that was done. The month after which they are
-- forgotten counts from here.
ALTER TABLE events ADD COLUMN IF NOT EXISTS sealed_at DateTime64(3) DEFAULT if(sealed = '', toDateTime64(0, 3), stored_at);
