import type { listPhotos } from '#contract/evidence/list'
import type { makePhotoPublic } from '#contract/evidence/make-public'
import type { Shown } from '#contract/evidence/shown'
import { clockOf, dayOf } from '../../../stores/calendar'
import type { EventPhoto } from '../../../stores/event-photos'
import { mayHaveArrived, wordsOf, type Failed, type Refusals } from '../../../stores/failure-words'
import { dayWords } from '../figures/months'

export const listRefusals: Refusals<typeof listPhotos> = { 'event-not-found': '这个活动不在了，更新一下再看', 'entry-not-found': '这一笔不在了，更新一下再看', 'session-not-found': '这一场不在了，更新一下再看' }

const showRefusals: Refusals<typeof makePhotoPublic> = {
  'event-not-found': '这个活动不在了，更新一下再看',
  'no-such-photo': '这张照片不在了，更新一下再看',
  'children-not-ruled-out': '请先看清照片里没有孩子的脸',
  'not-fit-to-show': '微信没有通过这张照片',
  'cannot-be-checked': '微信现在不能审核，照片还没公开，过一会儿再试',
}

/** A repeat is safe: whether it arrived need not be known. */
export function troubleWith(shown: boolean, failed: Failed<typeof makePhotoPublic>): string {
  if (!mayHaveArrived(failed)) return wordsOf(failed, showRefusals)
  return shown ? '没连上网，可能还没送到。选好的还在，再试一次就行' : '没连上网，照片可能还公开着。连上网请再试一次'
}

export const stateWords: Record<Shown, string> = {
  private: '只有社区工作人员看得到。',
  checking: '审核中：微信看过没问题才公开，一般几分钟，最多半小时。',
  public: '已公开，邻居在活动页能看到。',
  refused: '这张照片微信没有通过，不能公开。可以换一张；这一张照样留作记录。',
  unanswered: '微信没有回话，照片还没公开，可以再试一次。',
}

export function takenWords({ takenAt, savedAt, source }: EventPhoto): string {
  const at = takenAt ?? savedAt
  return `${dayWords(dayOf(at))} ${clockOf(at)}，${source === 'in-app' ? '应用内拍摄' : '相册导入'}`
}

export const words = {
  title: '照片',
  note: '公开的照片，邻居在活动页能看到，随时可以收回。没有公开的，只有社区工作人员看得到。',
  numbered: (number: number) => `第 ${number} 张照片`,
  large: (number: number, taken: string) => `第 ${number} 张照片，${taken}，点开看大图`,
  toGroup: (number: number) => `第 ${number} 张照片发到群里`,
  isPrivate: '不公开',
  isPublic: '公开',
  sending: '正在送去审核…',
  takingBack: '正在收回…',
  again: '再试一次',
  question: '照片里没有孩子的脸吧？',
  questionWords: '公开以后，邻居在活动页能看到这张照片。',
  yes: '没有，公开',
  no: '先不公开',
  add: '添一张照片',
  save: '存到这个活动',
  saved: '照片存上了',
  thisEvent: '这个活动',
  emptyTitle: '还没有照片',
  emptySentence: '不是非要有照片。添了的，只有您公开的邻居才看得到。',
  failedTitle: '照片没取到',
}
