/** Days and months in Asia/Shanghai (UTC+8 all year since 1992). Pure. */
const hour = 3_600_000
const shanghai = 8 * hour

/** `2017-09-30` of an instant (ISO string or ms). */
export function dayOf(at: string | number): string {
  return new Date((typeof at === 'number' ? at : Date.parse(at)) + shanghai).toISOString().slice(0, 10)
}

/** `2017-09` of an instant or a day. */
export function monthOf(at: string | number): string {
  return typeof at === 'string' && at.length === 10 ? at.slice(0, 7) : dayOf(at).slice(0, 7)
}

/** `19:00` of an instant, in Shanghai. */
export function shanghaiClock(at: string): string {
  return new Date(Date.parse(at) + shanghai).toISOString().slice(11, 16)
}

/** `2026-11-27T19:00:00` in Shanghai, which stands between its day and the next one. */
export function secondOf(ms: number): string {
  return new Date(ms + shanghai).toISOString().slice(0, 19)
}

/** So many days after a day. */
export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days(count)).toISOString().slice(0, 10)
}

export function previousMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

/** The last so many months until this one, itself among them, the oldest first. */
export function monthsBefore(month: string, count: number): string[] {
  const months = [month]
  while (months.length < count) months.unshift(previousMonth(months[0]!))
  return months
}

/** The same month of the year before. */
export function yearBefore(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
}

export function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

export function instant(ms: number): string {
  return new Date(ms).toISOString()
}

/** Device time corrected by the offset that the device measured (device − server), in ms. */
export function correctedTime(record: { at: string; offsetMs: number }): number {
  return Date.parse(record.at) - record.offsetMs
}

/** How far a device may have measured the clock wrong, in ms. */
export const clockError = 5 * 60_000

/** When a record happened by the server's clock; a device that is ahead of its own measurement does not reach the future. */
export function recordedAt(record: { at: string; offsetMs: number }, now: number): number {
  return Math.min(correctedTime(record), now)
}

export const minutes = (n: number) => n * 60_000
export const hours = (n: number) => n * hour
export const days = (n: number) => n * 24 * hour
