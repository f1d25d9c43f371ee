import * as v from 'valibot'
import { defineCall } from '../call'
import { MyRegistration } from '../events/event'
import { Answers } from '../events/questions'
import { faceWords } from '../people/names'
import { Id, PersonKey, RecordId } from '../values'
import { cancelRegistration } from './cancel'
import { party, register } from './register'

/**
 * 代报: staff of the event take places for a neighbour without WeChat, by 称呼 and building: a line of a 接龙, somebody on the telephone. The
 * same words are the same 熟面孔, and the rules for places are those of registering oneself (register.ts), 候补 included. Safe to repeat.
 */
export const registerFor = defineCall({
  name: 'registrations/register-for',
  input: v.pipe(v.object({
    recordId: RecordId,
    eventId: Id,
    sessionIds: v.pipe(v.array(Id, '请选一场'), v.minLength(1, '请选一场'), v.maxLength(60, '场次太多'), v.check((ids) => new Set(ids).size === ids.length, '场次重复了')),
    ...party,
    ...faceWords,
    /** As they told the staff. */
    answers: v.optional(Answers),
  }), v.check(({ partySize, children }) => children < partySize, '一行里至少要有一位大人')),
  output: MyRegistration,
  failures: [...register.failures, 'community-unclear'],
})

/** Gives back what staff took for a neighbour without WeChat: never what somebody registered by themselves. Safe to repeat. */
export const cancelFor = defineCall({
  name: 'registrations/cancel-for',
  input: v.object({ ...cancelRegistration.input.entries, personKey: PersonKey }),
  output: cancelRegistration.output,
  failures: [...cancelRegistration.failures, 'event-not-found'],
})
