import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'

/** 已举办: the session took place though nobody was counted. Safe to repeat. */
export const markHeld = defineCall({
  name: 'attendance/mark-held',
  input: v.object({ sessionId: Id, held: v.boolean('请选是否已举办') }),
  output: v.object({ sessionId: Id, held: v.boolean() }),
  failures: ['session-not-found', 'not-started'],
})
