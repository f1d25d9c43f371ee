import * as v from 'valibot'
import { defineCall } from '../call'
import { MyRegistration } from '../events/event'
import { seen } from './cancel'

/** In the last 12 hours nobody is confirmed unasked: who waits takes a free place by a tap, whoever taps first. */
export const takeOffer = defineCall({
  name: 'registrations/take-offer',
  input: v.object(seen),
  output: MyRegistration,
  failures: ['not-registered', 'no-room', 'too-late'],
})
