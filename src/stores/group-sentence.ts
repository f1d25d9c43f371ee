/** One sentence that goes with a photo into the group chat: 戏曲晚会，11月27日，榆荫社区活动室，到场 43 人次. Nothing that is not known yet. Pure. */
import { dayNumber, dayOf, monthNumber } from './calendar'

/** `arrived`: 人次 as they are printed; null: nobody counted, or it has not begun. */
export function groupSentence({ title, startsAt, placeName, arrived }: { title: string; startsAt: string; placeName: string; arrived: string | null }): string {
  const day = dayOf(startsAt)
  return [title, `${monthNumber(day)}月${dayNumber(day)}日`, placeName, ...(arrived === null ? [] : [`到场 ${arrived} 人次`])].join('，')
}
