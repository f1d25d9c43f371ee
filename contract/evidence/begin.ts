import * as v from 'valibot'
import { defineCall } from '../call'
import { Day, RecordId } from '../values'
import { Sha256, TiedTo } from './attach'

/** Where the same bytes stand already; `title` is null where the caller may not know it. */
export const Elsewhere = v.object({ what: v.picklist(['event', 'entry', 'sheet']), title: v.nullable(v.string()), on: Day })
export type Elsewhere = v.InferOutput<typeof Elsewhere>

/**
 * Announces an upload before it is sent: only who announced it may attach it, and what is then never attached is swept after a day. Says
 * whether the same bytes are tied to something else, so that the worker is asked first; nothing is refused for it. Safe to repeat.
 */
export const beginPhoto = defineCall({
  name: 'evidence/begin',
  input: v.object({ recordId: RecordId, sha256: Sha256, tiedTo: TiedTo }),
  output: v.object({ recordId: RecordId, elsewhere: v.nullable(Elsewhere) }),
  failures: ['event-not-found', 'entry-not-found', 'session-not-found', 'no-photos-here', 'record-id-taken'],
})
