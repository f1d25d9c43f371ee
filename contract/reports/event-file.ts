import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'

/**
 * 一活动一档: the event as one .docx: short report, sessions with their 人次, programme, the sign-in list with names masked, up to four photos. Figures of a closed
 * month are those that were approved. The address expires after 10 minutes, the file is gone after a day. Taking it along is audited, once for the same content.
 */
export const eventFile = defineCall({
  name: 'reports/event-file',
  input: v.object({ eventId: Id }),
  output: v.object({ fileId: v.string(), url: v.string(), name: v.string(), bytes: v.number() }),
  failures: ['event-not-found', 'not-held-yet'],
})
