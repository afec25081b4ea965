import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'

type Entry = {
  /** The same as long as it is this person's appointment: an update replaces what a calendar has. */
  uid: string
  /** One more each time their calendar is told. */
  sequence: number
  method: 'REQUEST' | 'CANCEL'
  startsAt: Date
  minutes: number
  /** When this was written. */
  stamp: Date
  summary: string
  description: string
  location: string
  url: string
  organizer: { name: string; email: string }
  /** Whose calendar it is for. */
  attendee: string
}

/** An appointment as iCalendar text (RFC 5545), as an invitation or its withdrawal (RFC 5546). Times are universal, so no clock change moves them. */
export function calendarEntry(entry: Entry): string {
  const { uid, sequence, method, startsAt, minutes, stamp, summary, description, location, url } = entry
  const isCancelled = method === 'CANCEL'
  const calendar = ical({
    prodId: { company: 'Samtale', product: 'Samtale', language: 'EN' },
    method: ICalCalendarMethod[method],
  })
  calendar.createEvent({
    id: uid,
    sequence,
    stamp,
    start: startsAt,
    end: new Date(startsAt.getTime() + minutes * 60_000),
    summary,
    description,
    ...(location === '' ? {} : { location }),
    url,
    organizer: entry.organizer,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    attendees: [
      {
        email: entry.attendee,
        role: ICalAttendeeRole.REQ,
        rsvp: false,
        // They chose the time themselves: nobody is asked to answer.
        status: isCancelled ? ICalAttendeeStatus.DECLINED : ICalAttendeeStatus.ACCEPTED,
      },
    ],
  })
  return calendar.toString()
}
