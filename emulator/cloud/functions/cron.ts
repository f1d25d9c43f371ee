import { Cron } from 'croner'

/** What WeChat's fields are made of; the library would also take L, W, #, ? and small letters. */
const FIELD = /^(?:[\d*,/-]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|SUN|MON|TUE|WED|THU|FRI|SAT)+$/

/** Second minute hour day month weekday year, in UTC+8; with day and weekday both given either is enough. Throws when the text is none. */
export function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/)
  const [, , , , , weekday = '', year = ''] = fields
  const odd = fields.length !== 7 || !fields.every((field) => FIELD.test(field)) || weekday.includes('7')
  if (odd || year.match(/\d{4}/g)?.some((one) => one < '1970' || one > '2099')) throw new Error(`"${text}" is no timer of WeChat: 7 fields`)
  return new Cron(text, { paused: true, mode: '7-part', utcOffset: 8 * 60, sloppyRanges: true })
}

/** The first moment after an instant, null when there is none. */
export const nextMoment = (cron: Cron, after: number): number | null => cron.nextRun(new Date(after))?.getTime() ?? null

/** The last moments, `most` at most, after one instant and until another, in order. */
export function momentsBetween(cron: Cron, after: number, until: number, most: number): number[] {
  const moments = cron.previousRuns(most, new Date(until + 1000)).map((moment) => moment.getTime())
  return moments.filter((moment) => moment > after && moment <= until).reverse()
}
