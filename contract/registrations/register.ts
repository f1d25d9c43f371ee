import * as v from 'valibot'
import { defineCall } from '../call'
import { MyRegistration } from '../events/event'
import { Id, Phone, RecordId, count, text } from '../values'

/**
 * A resident takes places for a party at sessions of one event: the whole party at all of them, or nobody.
 * Safe to repeat: the same party and sessions again is the same registration. A repeat that comes late, after its places
 * were given back, takes none: it is answered with the registration as it stands.
 */
export const register = defineCall({
  name: 'registrations/register',
  input: v.object({
    /** One wish to come, however often it is sent. */
    recordId: RecordId,
    eventId: Id,
    sessionIds: v.pipe(v.array(Id, '请选一场'), v.minLength(1, '请选一场'), v.maxLength(60, '场次太多'), v.check((ids) => new Set(ids).size === ids.length, '场次重复了')),
    /** 一行几人, the registrant included. */
    partySize: count('人数', 20),
    /** 称呼, as the worker at the door will call it. */
    callName: text('称呼', 12),
    building: v.optional(text('楼号', 12)),
    /** Only for whoever must call about this event. Absent: as it was. */
    phone: v.optional(Phone),
  }),
  output: MyRegistration,
  failures: [
    'event-not-found', 'event-cancelled', 'no-registration-needed', 'session-not-found',
    'registration-not-open', 'registration-closed', 'party-too-large', 'event-full', 'already-registered',
  ],
})
