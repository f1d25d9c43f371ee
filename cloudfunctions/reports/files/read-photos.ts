/** The bytes of photos for a file, each held against the hash under which it was kept. */
import { createHash } from 'node:crypto'
import { photoMaxBytes } from '../../../contract/evidence/attach'
import type { PhotoRecord } from '../../_shared/records/facts'
import { addressesOf, readAddress } from '../../_shared/records/files'
import { dayOf, shanghaiClock } from '../../_shared/rules/calendar'
import { takenAtOf } from '../../_shared/rules/photo-taken'
import type { GridPhoto } from '../document/photo-grid'

const atOnce = 5

/** 50 at most, in their order. */
export async function readPhotos(photos: readonly PhotoRecord[], captionOf: (photo: PhotoRecord) => string[]): Promise<GridPhoto[]> {
  const addresses = await addressesOf(photos.map(({ fileId }) => fileId))
  const read: GridPhoto[] = []
  for (let i = 0; i < photos.length; i += atOnce) {
    read.push(...(await Promise.all(photos.slice(i, i + atOnce).map(async (photo) => {
      const address = addresses.get(photo.fileId)
      const bytes = address === undefined ? 'missing' : await readAddress(address, photoMaxBytes)
      const { width, height } = photo
      if (typeof bytes === 'string') return { bytes: null, width, height, caption: [...captionOf(photo), '（文件取不到）'] }
      if (createHash('sha256').update(bytes).digest('hex') !== photo.sha256) return { bytes: null, width, height, caption: [...captionOf(photo), '（文件和保存时的不一样，没有放进来）'] }
      // Word shows no WebP.
      if (bytes.toString('latin1', 0, 4) === 'RIFF') return { bytes: null, width, height, caption: [...captionOf(photo), '（这种格式 Word 放不进）'] }
      return { bytes, width, height, caption: captionOf(photo) }
    }))))
  }
  return read
}

/** 9月8日 15:20 应用内拍摄: of an album picture its time is what it claims. */
export function takenWords(photo: PhotoRecord): string {
  const { source, takenAt, savedAt } = photo
  const at = takenAtOf(photo) ?? savedAt
  const day = dayOf(at)
  const when = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 ${shanghaiClock(at)}`
  return source === 'in-app' ? `${when} 应用内拍摄` : takenAt === null ? `${when} 保存，相册导入` : `${when}（照片自带的时间），相册导入`
}
