import * as v from 'valibot'
import { defineCall } from '../call'
import { MyRegistration } from '../events/event'
import { RecordId } from '../values'
import { seen } from './cancel'
import { party } from './register'

/** Another number of people for the same sessions: fewer always, more only if they fit and nobody who waits would. A waiting party keeps its position. */
export const changeParty = defineCall({
  name: 'registrations/change',
  input: v.pipe(v.object({ recordId: RecordId, ...seen, ...party }), v.check(({ partySize, children }) => children < partySize, '一行里至少要有一位大人')),
  output: MyRegistration,
  failures: ['not-registered', 'no-room', 'party-too-large', 'too-late'],
})
