import { listPhotos } from '../../contract/evidence/list'
import { addressesOf } from '../_shared/records/files'
import { photosOf } from '../_shared/records/photos'
import { shownOf } from '../_shared/rules/photo-shown'
import { takenAtOf } from '../_shared/rules/photo-taken'
import type { Handler } from '../_shared/serve'
import { tieOf } from './tied-to'

const most = 50

export const handleList: Handler<typeof listPhotos> = async ({ of }, { caller, now, refuse }) => {
  const tie = await tieOf(of, listPhotos.name, caller)
  if (typeof tie === 'string') return refuse(tie)
  const found = await photosOf(tie, most)
  const addresses = await addressesOf(found.map((photo) => photo.fileId))
  return {
    photos: found.map((photo) => {
      const { _id, fileId, source, savedAt, width, height } = photo
      return { photoId: _id, url: addresses.get(fileId) ?? '', source, takenAt: takenAtOf(photo), savedAt, width, height, shown: shownOf(photo, now) }
    }),
  }
}
