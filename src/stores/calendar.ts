/** Days in Asia/Shanghai for screens. Pure: the moment is always given, but for `today`. */
import { communityNow } from './server-clock'

const dayMs = 86_400_000
const shanghai = 8 * 3_600_000
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const

/** `2026-11-27` of an instant (ISO or ms). */
export function dayOf(at: string | number): string {
  return new Date((typeof at === 'number' ? at : Date.parse(at)) + shanghai).toISOString().slice(0, 10)
}

/** By the community's clock, as far as this phone knows how far it is off. */
export function today(): string {
  return dayOf(communityNow())
}

export function addDays(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + n * dayMs).toISOString().slice(0, 10)
}

/** 一 … 日. */
export function weekdayOf(day: string): string {
  return weekdays[new Date(`${day}T00:00:00.000Z`).getUTCDay()] ?? ''
}

/** The Sunday that ends the day's week. */
export function endOfWeek(day: string): string {
  return addDays(day, (7 - new Date(`${day}T00:00:00.000Z`).getUTCDay()) % 7)
}

export function endOfMonth(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** 27 of 2026-11-27. */
export function dayNumber(day: string): number {
  return Number(day.slice(8))
}

export function monthNumber(day: string): number {
  return Number(day.slice(5, 7))
}

/** 14:30 of an instant, for workers and admins. */
export function clockOf(at: string): string {
  return new Date(Date.parse(at) + shanghai).toISOString().slice(11, 16)
}
