import { eventFile } from '../../../contract/reports/event-file'
import { findCampaign } from '../../_shared/records/campaigns'
import { findEvent, isDraft, type EventRecord } from '../../_shared/records/events'
import type { PhotoRecord } from '../../_shared/records/facts'
import { fileCodeOf } from '../../_shared/records/file-codes'
import { photosOf } from '../../_shared/records/photos'
import { registrationsFor } from '../../_shared/records/registrations'
import { eventHashOf, sessionFiguresOf } from '../../_shared/rules/report/content-hash'
import type { Handler } from '../../_shared/serve'
import { eventFileOf, type EventFile } from '../document/event-file'
import { takePassing } from '../take-file'
import { eventHeld } from './event-held'
import { eventTold } from './event-told'
import { readPhotos, takenWords } from './read-photos'
import { signInListOf } from './sign-in-list'

const photosInFile = 4
const photosLookedAt = 200

export const handleEventFile: Handler<typeof eventFile> = async ({ eventId }, { caller, now, refuse }) => {
  const event = await findEvent(eventId)
  if (!event || isDraft(event) || !caller.may(eventFile.name, event.path)) return refuse('event-not-found')
  const made = await makeEventFile(event, now, fileCodeOf)
  if (!made) return refuse('not-held-yet')
  return takePassing({ call: eventFile.name, by: caller.personKey, unitPath: event.path, facts: { eventId, rows: made.rows }, now, title: `${event.title} 活动档案`, bytes: made.bytes })
}

/** Null: no session of it was held. `codeOf`: where the code of such a content comes from. */
export async function makeEventFile(event: EventRecord, now: number, codeOf: typeof fileCodeOf): Promise<{ bytes: Buffer; rows: number } | null> {
  const eventId = event._id
  const { held, now: otherwise, checkIns, walkIns } = await eventHeld(event, now)
  if (held.length === 0) return null
  const [photos, registered, campaign] = await Promise.all([photosOf({ eventId, entryId: null, sessionId: null }, photosLookedAt), registrationsFor(eventId), event.campaignId === null ? null : findCampaign(event.campaignId)])
  const confirmed = registered.filter(({ status }) => status === 'confirmed')
  const told = eventTold({
    event, campaign: campaign && `${campaign.ordinal ?? ''}${campaign.name}`, parties: confirmed.length, people: confirmed.reduce((sum, { partySize }) => sum + partySize, 0), held, now: otherwise, photos: photos.length,
  })
  const signedIn = event.countOnly ? null : await signInListOf(event, checkIns, walkIns)
  const file: EventFile = { title: event.title, unitName: event.host.name, firstOn: event.firstOn, ...told, programme: event.programme, signedIn }
  const chosen = spread(photos)
  const figures = sessionFiguresOf(held)
  const hash = eventHashOf({ eventId, words: { ...file, photos: chosen.map(({ sha256 }) => sha256) }, figures })
  const code = await codeOf(eventId, hash, { what: 'event', eventId, path: event.path, months: [...new Set(held.map(({ session }) => session.month))], figures })
  return { bytes: await eventFileOf(file, await readPhotos(chosen, (photo) => [takenWords(photo)]), code), rows: signedIn?.length ?? 0 }
}

/** Up to four, from the first to the last, as evenly as they come. */
function spread(photos: readonly PhotoRecord[]): PhotoRecord[] {
  if (photos.length <= photosInFile) return [...photos]
  return Array.from({ length: photosInFile }, (_, n) => photos[Math.round((n * (photos.length - 1)) / (photosInFile - 1))]!)
}
