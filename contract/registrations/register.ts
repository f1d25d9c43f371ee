import * as v from 'valibot'
import { defineCall } from '../call'
import { MyRegistration } from '../events/event'
import { Answers } from '../events/questions'
import { faceWords } from '../people/names'
import { Id, PersonKey, Phone, RecordId, count } from '../values'

/** 一行几人: the registrant included, and how many of them are children. */
export const party = {
  partySize: count('人数', 20),
  children: v.optional(count('孩子', 19, 0), 0),
}

/**
 * A resident takes places for a party at sessions of one event: the whole party at all of them, or nobody; where they are full, or
 * somebody waits, the party waits too (候补). Safe to repeat: the same party and sessions again is the same registration. A repeat that
 * comes late, after its places were given back, takes none: it is answered with the registration as it stands.
 */
export const register = defineCall({
  name: 'registrations/register',
  input: v.pipe(v.object({
    /** One wish to come, however often it is sent. */
    recordId: RecordId,
    eventId: Id,
    sessionIds: v.pipe(v.array(Id, '请选一场'), v.minLength(1, '请选一场'), v.maxLength(60, '场次太多'), v.check((ids) => new Set(ids).size === ids.length, '场次重复了')),
    ...party,
    /** 称呼, as the worker at the door will call it. */
    ...faceWords,
    /** A neighbour without WeChat (熟面孔) whom the caller added; absent: the caller. */
    personKey: v.optional(PersonKey),
    /** Only for whoever must call about this event. */
    phone: v.optional(Phone),
    answers: v.optional(Answers),
  }), v.check(({ partySize, children }) => children < partySize, '一行里至少要有一位大人')),
  /** `confirmed`, or `waitlisted` (its position is not counted here). */
  output: MyRegistration,
  failures: [
    'event-not-found', 'event-cancelled', 'no-registration-needed', 'session-not-found', 'person-not-found',
    'registration-not-open', 'registration-closed', 'party-too-large', 'already-registered', 'answer-missing', 'answer-wrong', 'words-refused',
  ],
})
