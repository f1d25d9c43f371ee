/**
 * `uploads/<recordId>`: a phone is about to upload `incoming/<recordId>.jpg`. Storage can neither be listed nor say whose a file is, so
 * this is written first: by it an upload is known as its owner's, and by it what was never attached is found and dropped.
 */
import { command } from '../cloud'
import { hours, instant } from '../rules/calendar'
import { collection } from './collection'
import { photos } from './facts'
import { dropFile, fileIdBeside, keepFile } from './files'

interface UploadRecord { _id: string; by: string; at: string }

const uploads = collection<UploadRecord>('uploads')

/** An upload and its attaching follow each other; what hangs longer is sent anew. */
const patience = hours(24)

/** The path of an upload in storage. */
export const uploadPath = (recordId: string) => `incoming/${recordId}.jpg`

/** false: somebody else announced this id. */
export async function announceUpload(recordId: string, by: string, at: string): Promise<boolean> {
  const { added, record } = await uploads.addOnce({ _id: recordId, by, at })
  if (record.by !== by) return false
  if (!added) await uploads.update({ _id: recordId, by }, { at })
  return true
}

export async function isAnnouncedBy(recordId: string, personKey: string): Promise<boolean> {
  return (await uploads.find(recordId))?.by === personKey
}

/** Kept, or dropped. */
export async function endUpload(recordId: string): Promise<void> {
  await uploads.remove({ _id: recordId })
}

/** What was announced a day ago and never attached. `now` in ms. Not where a photo is written down and still needs its upload. */
export async function dropStaleUploads(now: number, most: number): Promise<void> {
  const before = instant(now - patience)
  const stale = await uploads.list({ at: command.lte(before) }, { orderBy: [['at', 'asc']], limit: most })
  if (stale.length === 0) return
  const waiting = new Set((await photos.list({ _id: command.in(stale.map(({ _id }) => _id)), unsettled: true }, { fields: ['unsettled'] })).map(({ _id }) => _id))
  // Only an answer of storage tells in which bucket files lie; this one stays, always the same.
  const here = await keepFile('evidence/where-files-lie.txt', Buffer.from('.'))
  for (const { _id } of stale.filter((one) => !waiting.has(one._id))) {
    await dropFile(fileIdBeside(here, uploadPath(_id)))
    // Announced anew meanwhile, it stays.
    await uploads.remove({ _id, at: command.lte(before) })
  }
}
