/** When a timer fires: WeChat's seven fields, second minute hour day month weekday year, in UTC+8 all year. */
export interface Cron {
  seconds: Set<number>
  minutes: Set<number>
  hours: Set<number>
  months: Set<number>
  years: Set<number>
  /** With day and weekday both given either is enough; a `*` is not given. */
  isDay(day: number, weekday: number): boolean
}

const UTC_8 = 8 * 60 * 60_000
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

/** Throws with a sentence when the text is none. */
export function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/)
  if (fields.length !== 7) throw new Error(`"${text}" has ${fields.length} fields instead of 7`)
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = '', year = ''] = fields
  const days = parseField('day', day, 1, 31)
  const weekdays = parseField('weekday', weekday, 0, 6, WEEKDAYS)
  return {
    seconds: parseField('second', second, 0, 59),
    minutes: parseField('minute', minute, 0, 59),
    hours: parseField('hour', hour, 0, 23),
    months: parseField('month', month, 1, 12, MONTHS),
    years: parseField('year', year, 1970, 2099),
    isDay: (ofMonth, ofWeek) => (day === '*' && weekday === '*') || (day !== '*' && days.has(ofMonth)) || (weekday !== '*' && weekdays.has(ofWeek)),
  }
}

/** `*`, `5`, `1-5`, `MON-FRI`, each with `/step` or without, several with commas; `1/10` runs from 1 to the end. */
function parseField(name: string, text: string, least: number, most: number, names: readonly string[] = []): Set<number> {
  const values = new Set<number>()
  for (const part of text.split(',')) {
    const [, whole, from = '', to, step = '1'] = /^(?:(\*)|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(part) ?? []
    const valueOf = (word: string) => (names.includes(word) ? names.indexOf(word) + least : /^\d+$/.test(word) ? Number(word) : NaN)
    const first = whole ? least : valueOf(from)
    const last = to ? valueOf(to) : whole || part.includes('/') ? most : first
    if (!(first >= least && last <= most && first <= last) || step === '0') throw new Error(`"${text}" is no ${name}`)
    for (let value = first; value <= last; value += Number(step)) values.add(value)
  }
  return values
}

/** The first moment after an instant; null when there is none. */
export function nextMoment(cron: Cron, after: number): number | null {
  let at = Math.floor(after / 1000) * 1000 + 1000 + UTC_8
  for (;;) {
    const local = new Date(at)
    const [year, month, day, hour] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), local.getUTCHours()]
    if (year > 2099) return null
    if (!cron.years.has(year)) at = Date.UTC(year + 1, 0)
    else if (!cron.months.has(month + 1)) at = Date.UTC(year, month + 1)
    else if (!cron.isDay(day, local.getUTCDay())) at = Date.UTC(year, month, day + 1)
    else if (!cron.hours.has(hour)) at = Date.UTC(year, month, day, hour + 1)
    else if (!cron.minutes.has(local.getUTCMinutes())) at = Date.UTC(year, month, day, hour, local.getUTCMinutes() + 1)
    else if (!cron.seconds.has(local.getUTCSeconds())) at += 1000
    else return at - UTC_8
  }
}

/** The last moments, `most` at most, after one instant and until another, in order. */
export function momentsBetween(cron: Cron, after: number, until: number, most: number): number[] {
  for (let reach = most * 1000; ; reach *= 2) {
    const from = Math.max(after, until - reach)
    const moments: number[] = []
    for (let at = nextMoment(cron, from); at !== null && at <= until; at = nextMoment(cron, at)) moments.push(at)
    if (moments.length >= most || from === after) return moments.slice(-most)
  }
}
