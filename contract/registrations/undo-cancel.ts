import * as v from 'valibot'
import { defineCall } from '../call'
import { MyRegistration } from '../events/event'
import { RecordId } from '../values'
import { seen } from './cancel'

/** How long after cancelling, in ms. */
export const undoWithin = 30_000

/** 撤回取消: the same places again within 30 s, if they are still free and nobody waits for them; the registration window does not matter. */
export const undoCancel = defineCall({
  name: 'registrations/undo-cancel',
  input: v.object({ recordId: RecordId, ...seen }),
  output: MyRegistration,
  failures: ['not-registered', 'no-room', 'too-late'],
})
