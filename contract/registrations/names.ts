import * as v from 'valibot'
import { defineCall } from '../call'
import { Day, Id, Instant, RecordId } from '../values'

/** 名单 of an event for its staff: who has places and who waits, in the order in which they came. Phones masked (reveal-phone.ts shows one). */
export const eventNames = defineCall({
  name: 'registrations/names',
  input: v.object({ eventId: Id }),
  output: v.object({
    title: v.string(),
    sessions: v.array(v.object({ id: Id, on: Day, startsAt: Instant })),
    /** Server time of the reading. */
    asOf: Instant,
    rows: v.array(v.object({
      personKey: Id,
      /** The wish by which it stands; to give it back names it. */
      wish: RecordId,
      status: v.picklist(['confirmed', 'waitlisted']),
      callName: v.string(),
      building: v.nullable(v.string()),
      phone: v.nullable(v.string()),
      partySize: v.number(),
      children: v.number(),
      sessionIds: v.array(Id),
      registeredAt: Instant,
      /** Taken by staff for a neighbour without WeChat: staff may give it back. */
      onBehalf: v.boolean(),
    })),
  }),
  failures: ['event-not-found'],
})

/**
 * The same as an Excel file, handed over in the answer: names lie in no storage for it. With the answers to the event's own questions; every
 * cell of words is text, whatever it begins with. Taking it along is audited, once for the same content.
 */
export const namesFile = defineCall({
  name: 'registrations/names-file',
  input: v.object({ eventId: Id }),
  output: v.object({ name: v.string(), /** The bytes, base64. */ xlsx: v.string(), rows: v.number() }),
  failures: ['event-not-found'],
})
