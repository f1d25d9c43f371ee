import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, PersonKey } from '../values'

/** How long the code is good for, in ms: she stands before the worker. */
export const faceCodeLasts = 600_000

/**
 * A worker at the door shows the code by which a 熟面孔 takes over what is known of them with their own WeChat. Writes nothing. Not a neighbour: whoever knows a
 * 称呼 and a building could add somebody and take them over; a worker sees who stands there.
 */
export const faceCode = defineCall({
  name: 'attendance/face-code',
  input: v.object({ sessionId: Id, personKey: PersonKey }),
  output: v.object({ text: v.string(), until: Instant, callName: v.string() }),
  failures: ['session-not-found', 'names-not-kept', 'person-not-found'],
})
