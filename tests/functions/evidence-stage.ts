/** A world with an event and entries that photos are tied to, and what a phone does with a photo. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { eventRecord } from '../../cloudfunctions/_shared/records/events'
import { workEntryRecord } from '../../cloudfunctions/_shared/records/facts'
import { attachPhoto, type TiedTo } from '../../contract/evidence/attach'
import { beginPhoto } from '../../contract/evidence/begin'
import { listPhotos } from '../../contract/evidence/list'
import type { Sent } from '../../emulator/world/call-function'
import type { CastId } from '../../emulator/world/cast'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { unitsOfTheWorld } from '../../emulator/world/units'
import { sha256Of } from '../photo'

const eventId = 'the-event'
export const entry = { what: 'entry', entryId: 'the-banners' } as const
export const event = { what: 'event', eventId } as const
export const now = '2026-11-27T10:20:00.000Z'

export async function openEvidence() {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-evidence-'))
  const world: OpenWorld = await openWorld({ name: 'empty', dataDir })
  const { yuyin, liuqiao, 'yuyin-1': grid } = unitsOfTheWorld()
  const planned = (id: string) => eventRecord(yuyin, {
    id, kind: 'talk', title: '讲座', placeName: '社区会议室', organisers: [], programme: [], partyLimit: 1, countOnly: false,
    sessions: [{ startsAt: now, endsAt: '2026-11-27T12:00:00.000Z', capacity: 10 }],
  }, { by: 'p-lin', at: now })
  world.cloud.db.insertMany('events', [
    { ...planned(eventId), status: 'published', publishedAt: now }, planned('the-draft'), { ...planned('a-draft-called-off'), status: 'cancelled' },
    { ...planned('called-off'), status: 'cancelled', publishedAt: now },
  ])
  const work = { quantity: 3, softness: 'exact', on: '2026-11-27', unitId: grid._id, path: grid.path, note: null, by: 'p-chen', loggedAt: now, clocks: { device: now, offsetMs: 0, received: now }, dayConfirmed: false } as const
  world.cloud.db.insertMany('work-entries', [
    workEntryRecord({ ...work, path: grid.path, recordId: entry.entryId, indicator: 'banners_hung' }),
    workEntryRecord({ ...work, path: grid.path, recordId: 'the-visits', indicator: 'visits_paid' }),
    workEntryRecord({ ...work, unitId: liuqiao._id, path: liuqiao.path, recordId: 'next-door', indicator: 'banners_hung' }),
  ])

  let made = 0
  const kept = (recordId: string) => world.cloud.db.find('photos', { _id: recordId })[0]
  return {
    world,
    kept,
    upload(bytes: Uint8Array) {
      const recordId = `photo-record-${String((made += 1)).padStart(4, '0')}`
      return { recordId, fileId: world.cloud.upload(`incoming/${recordId}.jpg`, bytes), sha256: sha256Of(bytes), source: 'in-app', takenAt: now, offsetMs: 0 } as const
    },
    /** As a phone does it: announced first. */
    async attach(who: CastId, photo: Sent<typeof attachPhoto>) {
      const { recordId, sha256, tiedTo } = photo
      await world.call(who, beginPhoto, { recordId, sha256, tiedTo })
      return world.call(who, attachPhoto, photo)
    },
    async elsewhere(who: CastId, { recordId, sha256 }: { recordId: string; sha256: string }, tiedTo: TiedTo) {
      const begun = await world.call(who, beginPhoto, { recordId, sha256, tiedTo })
      return begun.ok ? begun.value.elsewhere : begun.failure
    },
    async bytesOf(photoId: string): Promise<Buffer> {
      const { eventId: ofEvent, entryId } = kept(photoId) as { eventId: string | null; entryId: string | null }
      const answer = await world.call('lin', listPhotos, { of: ofEvent === null ? { what: 'entry', entryId: entryId ?? '' } : { what: 'event', eventId: ofEvent } })
      const url = answer.ok ? answer.value.photos.find((photo) => photo.photoId === photoId)?.url : undefined
      return Buffer.from(await (await fetch(url ?? '')).arrayBuffer())
    },
    async isStored(fileId: string): Promise<boolean> {
      const response = await fetch(`${world.cloud.url}/admin`, { method: 'POST', body: JSON.stringify({ action: 'storage.batchGetDownloadUrl', file_list: [{ fileid: fileId }] }) })
      return JSON.stringify(await response.json()).includes('"SUCCESS"')
    },
    /** Its owner takes the upload away. */
    takeAway: (recordId: string) => rmSync(join(dataDir, 'files/incoming', `${recordId}.jpg`)),
    async stop(): Promise<void> {
      await world.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A picture of one colour; only its header is ever read. */
export function png(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header), chunk('tEXt', randomBytes(8)), chunk('IDAT', deflateSync(Buffer.alloc(64))), chunk('IEND', Buffer.alloc(0)),
  ])
}
/** The beginning of a JPEG, up to the marker that holds its size. */
export const jpeg = (width: number, height: number) => Buffer.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
  0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9, ...randomBytes(8),
])
