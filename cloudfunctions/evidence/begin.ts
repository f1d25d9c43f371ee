/** Before an upload: who sends it is written down, and whether the same picture stands elsewhere is said. */
import type { beginPhoto, Elsewhere } from '../../contract/evidence/begin'
import { indicatorOf } from '../../contract/work/indicators'
import type { Caller } from '../_shared/caller'
import { findEvent, findSession } from '../_shared/records/events'
import { workEntries, type PhotoRecord } from '../_shared/records/facts'
import { findPhoto, photoElsewhere } from '../_shared/records/photos'
import { announceUpload } from '../_shared/records/uploads'
import { dayOf, instant } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'
import { isFor, tieOf } from './tied-to'

export const handleBegin: Handler<typeof beginPhoto> = async ({ recordId, sha256, tiedTo }, { caller, now, refuse }) => {
  const tie = await tieOf(tiedTo, 'evidence/begin', caller)
  if (typeof tie === 'string') return refuse(tie)
  if (tie.bare) return refuse('no-photos-here')
  const known = await findPhoto(recordId)
  if (known && !(isFor(known, tie, caller.personKey) && known.sha256 === sha256)) return refuse('record-id-taken')
  if (!(await announceUpload(recordId, caller.personKey, instant(now)))) return refuse('record-id-taken')
  const other = await photoElsewhere(sha256, tie)
  return { recordId, elsewhere: other && { ...(await named(other, caller)), on: dayOf(other.savedAt) } }
}

async function named({ eventId, entryId, sessionId }: PhotoRecord, caller: Caller): Promise<Pick<Elsewhere, 'what' | 'title'>> {
  const mayKnow = (path: readonly string[]) => caller.may('evidence/list', path)
  if (eventId !== null) {
    const event = await findEvent(eventId)
    return { what: 'event', title: event && mayKnow(event.path) ? event.title : null }
  }
  if (entryId !== null) {
    const entry = await workEntries.find(entryId)
    return { what: 'entry', title: entry && mayKnow(entry.path) ? indicatorOf(entry.indicator).zh : null }
  }
  const found = await findSession(sessionId ?? '')
  return { what: 'sheet', title: found && mayKnow(found.event.path) ? found.event.title : null }
}
