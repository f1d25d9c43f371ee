/** Is a code of its moment? Its own step and the one before, by the corrected time of the scan. Pure. */
import { stepAt, stepMs } from '../../../contract/attendance/door-code'
import { dayOf, minutes } from './calendar'

export function whyNotNow(step: number, scannedAt: number): 'code-stale' | 'code-of-another-day' | null {
  const now = stepAt(scannedAt)
  if (step === now || step === now - 1) return null
  const shownAt = step * stepMs
  return Number.isNaN(new Date(shownAt).getTime()) || dayOf(shownAt) === dayOf(scannedAt) ? 'code-stale' : 'code-of-another-day'
}

/** A self check-in is of now, give or take a phone that tries again: a code that was kept and sent later proves nothing about who was there. */
export function isOfNow(scannedAt: number, now: number): boolean {
  return Math.abs(now - scannedAt) <= minutes(3)
}
