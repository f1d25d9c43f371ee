/** A photo on its way to an entry or event: up into storage first, then tied. Each half may be repeated; nothing is taken twice. */
import { attachPhoto } from '#contract/evidence/attach'
import { listPhotos } from '#contract/evidence/list'
import { publicPhotos } from '#contract/evidence/public'
import type { Answer } from '#contract/call'
import { uploadFile } from '../platform/cloud'
import { call, type Sent } from './call'
import { fetchStore } from './fetched'
import { newRecordId } from './record'

export const usePhotos = fetchStore(listPhotos)
export const usePublicPhotos = fetchStore(publicPhotos)

export interface PhotoDraft {
  recordId: string
  /** Where the device keeps the picture. */
  path: string
  source: Sent<typeof attachPhoto>['source']
  takenAt: string | null
  /** Once uploaded: a repeat only ties. */
  fileId: string | null
}

export function newPhoto(path: string, source: PhotoDraft['source']): PhotoDraft {
  return { recordId: newRecordId(), path, source, takenAt: source === 'in-app' ? new Date().toISOString() : null, fileId: null }
}

/** Answers also with the draft as far as it came, to go on from there. */
export async function sendPhoto(draft: PhotoDraft, tiedTo: Sent<typeof attachPhoto>['tiedTo']): Promise<{ draft: PhotoDraft; answer: Answer<typeof attachPhoto> }> {
  const uploaded = draft.fileId === null ? await upload(draft) : draft
  if (uploaded.fileId === null) return { draft, answer: { ok: false, failure: 'offline' } }
  const { recordId, fileId, source, takenAt } = uploaded
  const answer = await call(attachPhoto, { recordId, fileId, source, takenAt, tiedTo })
  const gone = !answer.ok && answer.failure === 'upload-not-found'
  return { draft: gone ? { ...uploaded, fileId: null } : uploaded, answer }
}

async function upload(draft: PhotoDraft): Promise<PhotoDraft> {
  try {
    return { ...draft, fileId: await uploadFile(`incoming/${draft.recordId}.jpg`, draft.path) }
  } catch {
    return draft
  }
}
