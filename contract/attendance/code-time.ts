/** Is a code of its moment? Its own step and the one before, by the corrected time of the scan: judged alike on a phone and on the server. Pure. */
import { stepAt, stepMs } from './door-code'

export function whyNotNow(step: number, scannedAt: number): 'code-stale' | 'code-of-another-day' | null {
  const now = stepAt(scannedAt)
  if (step === now || step === now - 1) return null
  const shownAt = step * stepMs
  return Number.isNaN(new Date(shownAt).getTime()) || dayOf(shownAt) === dayOf(scannedAt) ? 'code-stale' : 'code-of-another-day'
}

/** In Asia/Shanghai. */
function dayOf(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10)
}
