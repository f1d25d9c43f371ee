/** The days of a series: every week until a day, without those that were taken out, with those that were added. Pure. */
import { addDays } from '../../../stores/calendar'

export interface Days {
  /** The first day; it always stays. */
  on: string
  repeat: 'once' | 'weekly' | 'days'
  /** Of `weekly`: the last day that it may fall on. */
  until: string
  without: readonly string[]
  also: readonly string[]
}

/** As many as the contract takes, and one, so that too many is said by it. */
const most = 61

/** In order, each once. */
export function daysOf({ on, repeat, until, without, also }: Days): string[] {
  if (repeat === 'once') return [on]
  const weeks: string[] = []
  if (repeat === 'weekly') for (let day = on; day <= until && weeks.length < most; day = addDays(day, 7)) weeks.push(day)
  return [...new Set([on, ...weeks.filter((day) => !without.includes(day)), ...also])].sort()
}

export function withDay(days: Days, day: string): Pick<Days, 'without' | 'also'> {
  const without = days.without.filter((one) => one !== day)
  return daysOf({ ...days, without }).includes(day) ? { without, also: days.also } : { without, also: [...days.also, day] }
}

export function withoutDay({ without, also }: Days, day: string): Pick<Days, 'without' | 'also'> {
  return { without: [...without.filter((one) => one !== day), day], also: also.filter((one) => one !== day) }
}
