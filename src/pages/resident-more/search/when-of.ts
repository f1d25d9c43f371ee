import type { EventLine } from '#contract/events/search'
import { fullDay, spokenDay } from '../../../stores/spoken-time'

/** 今天, 12月2日 星期三, 9月5日 星期六起，到 12月5日 星期六; the year where it is another one. Pure. */
export function whenOf({ firstOn, lastOn }: Pick<EventLine, 'firstOn' | 'lastOn'>, today: string): string {
  if (firstOn === lastOn) return withYear(firstOn, today, spokenDay(firstOn, today))
  return `${withYear(firstOn, today, fullDay(firstOn))}起，到 ${withYear(lastOn, today, fullDay(lastOn))}`
}

function withYear(day: string, today: string, words: string): string {
  return day.slice(0, 4) === today.slice(0, 4) || !/^\d/.test(words) ? words : `${day.slice(0, 4)}年${words}`
}
