import * as v from 'valibot'
import { defineCall } from '../call'
import { MyRegistration } from '../events/event'
import { Id, PersonKey, RecordId } from '../values'

/** The registration that the screen showed; where another stands by now, nothing changes and the answer is that one. */
export const seen = {
  eventId: Id,
  /** A neighbour's; absent: the caller's own. */
  personKey: v.optional(PersonKey),
  was: RecordId,
}

/**
 * Gives the places back, or leaves the waitlist, until the event's deadline (or else the first named session starts). Safe to repeat;
 * the record stays.
 */
export const cancelRegistration = defineCall({
  name: 'registrations/cancel',
  input: v.object({
    ...seen,
    /** As shown, so that exactly this is given back. */
    sessionIds: v.pipe(v.array(Id, '请选一场'), v.minLength(1, '请选一场'), v.maxLength(60, '场次太多')),
    partySize: v.pipe(v.number('人数不对'), v.integer('人数不对'), v.minValue(1, '人数不对'), v.maxValue(20, '人数不对')),
  }),
  /** null: given back, or given back before. Otherwise what stands by now instead. */
  output: v.object({ standing: v.nullable(MyRegistration) }),
  failures: ['not-registered', 'too-late'],
})
