/** What is said of photos on their way from this phone to the community, wherever they are shown. */
import type { Elsewhere } from '#contract/evidence/begin'
import type { attachPhoto } from '#contract/evidence/attach'
import { clockOf, dayOf } from '../../stores/calendar'
import { wordsOf, type Failed, type Refusals } from '../../stores/failure-words'
import type { Kept } from '../../stores/photo-queue/photos'
import type { Trouble, WaitingPhoto } from '../../stores/photo-queue/stored-photo'
import type { Used } from '../../stores/photo-queue/used-before'

const refusals: Refusals<typeof attachPhoto> = {
  'event-not-found': '照片要配的活动找不到了',
  'entry-not-found': '照片要配的这一笔找不到了',
  'session-not-found': '照片要配的这一场找不到了',
  'no-photos-here': '这里不拍照',
  'upload-not-found': '照片没传完',
  'broken-upload': '照片没传完整',
  'not-a-photo': '这个文件不是照片',
  'photo-too-large': '照片太大了，请换一张',
  'record-id-taken': '这张照片已经传过',
}

export function troubleWords(trouble: Trouble): string {
  if (trouble.failure === 'file-lost') return '手机里找不到这张照片的文件了，可能是清理过缓存。要的话请再拍一张'
  if (trouble.failure === 'offline') return '还没连上网，照片在手机里'
  return wordsOf(trouble as Failed<typeof attachPhoto>, refusals)
}

export const keptWords: Record<Extract<Kept, { ok: false }>['failure'], string> = {
  'no-room': '手机存不下了，这张照片没有存上。请先连上网，把待上传的照片传完再拍；已经拍的都还在。',
  'who-are-you': '还没认出您来，请连上网再试一次。',
}

const dayWords = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** `offsetMs`: of one that waits on this phone, whose time is the phone's. */
export function takenWords({ takenAt, source, offsetMs = 0 }: Pick<WaitingPhoto, 'takenAt' | 'source'> & { offsetMs?: number }): string {
  const taken = takenAt === null || source === 'album' ? takenAt : new Date(Date.parse(takenAt) - offsetMs).toISOString()
  const at = taken === null ? '' : `${dayWords(dayOf(taken))} ${clockOf(taken)}，`
  return `${at}${source === 'in-app' ? '应用内拍摄' : '相册导入'}`
}

/** Kindly: a picture may well belong to both. */
export function usedWords({ title, on }: Used): string {
  return `${dayWords(on)}，这张照片已经用在“${title}”了。`
}

const places: Record<Elsewhere['what'], string> = { event: '别的活动', entry: '别的记录', sheet: '别的签到表' }

export function elsewhereWords({ what, title, on }: Elsewhere): string {
  return `${dayWords(on)}，同一张照片已经用在${title === null ? places[what] : `“${title}”`}了。`
}

export function spaceWords(photos: readonly Pick<WaitingPhoto, 'bytes'>[]): string {
  const bytes = photos.reduce((sum, one) => sum + one.bytes, 0)
  return `照片占用 ${bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`}，待上传 ${photos.length} 张`
}

export const words = {
  keeping: '正在存…',
  sending: '正在上传…',
  waiting: '待上传，在这部手机里',
  wifi: '等连上 Wi-Fi 再传',
  again: '再试一次',
  drop: '不要这张了',
  dropQuestion: '不要这张照片了？',
  dropWords: '它还没有传到社区，不要了就没有了。',
  dropYes: '不要了',
  dropNo: '留着',
  allTheSame: '还是用这张',
  another: '换一张',
  large: (taken: string) => `待上传的照片，${taken}`,
  toGroup: '发到群里',
  notShared: '没取到照片，连上网再试一次。',
  noFaces: '发之前请看清楚：照片里没有孩子的脸。',
  warning: '删除小程序或清理微信缓存，会丢失还没上传的照片。',
}
