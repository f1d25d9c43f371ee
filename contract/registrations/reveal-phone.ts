import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, RecordId } from '../values'

export const revealReasons = ['通知改期', '本人没到', '其他'] as const

/** The number that somebody gave with a registration, for staff of the host unit who must call. Each reveal stands in the audit; a repeat of it once. */
export const revealPhone = defineCall({
  name: 'registrations/reveal-phone',
  input: v.object({ recordId: RecordId, eventId: Id, personKey: Id, reason: v.picklist(revealReasons, '请选为什么要看号码') }),
  output: v.object({ phone: v.string() }),
  failures: ['event-not-found', 'phone-not-found', 'record-id-taken'],
})
