import type { myNotices } from '#contract/notices/mine'
import type { Notice } from '#contract/notices/notice'
import { dayOf } from '../../../stores/calendar'
import type { Refusals } from '../../../stores/failure-words'
import { nearDay, spokenDay, spokenHour } from '../../../stores/spoken-time'

export const mineRefusals: Refusals<typeof myNotices> = {}

export const words = {
  title: '通知',
  all: '所有通知',
  seenAll: '知道了',
  empty: '还没有通知',
  emptySentence: '您报名的活动有变化、候补有了名额，会写在这里。',
}

/** What happened, in one line. `today`: a day in Shanghai. */
export function newsOf(notice: Notice, today: string): string {
  const news = whatHappened(notice, today)
  return notice.neighbour === null ? news : `${notice.neighbour}：${news}`
}

function whatHappened({ kind, what, startsAt }: Notice, today: string): string {
  if (kind === 'evening-before') return `${nearDay(dayOf(startsAt), today) ?? ''}有您报名的活动`
  if (kind === 'cancelled') return '活动取消了'
  if (kind === 'promoted') return '候补有了名额，已经报上名'
  if (kind === 'offered') return '有名额了，要来请点开'
  return what.length === 2 ? '时间和地点都变了' : what[0] === 'place' ? '地点变了' : '时间变了'
}

/** 明天 晚上七点，社区活动室; why, for what is off. */
export function whenAndWhere({ startsAt, placeName, kind, reason }: Notice, today: string): string {
  const when = `${spokenDay(dayOf(startsAt), today)} ${spokenHour(startsAt)}`
  return kind === 'cancelled' ? `${when}的不办了${reason === null ? '' : `：${reason}`}` : `${when}，${placeName}`
}
