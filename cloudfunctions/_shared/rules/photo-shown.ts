/** How far a photo is seen, and whether WeChat may be asked about it. Pure. */
import type { Shown } from '../../../contract/evidence/shown'
import { minutes } from './calendar'

/** An answer that has not come by then is lost. */
const patience = minutes(30)

/** `now` in ms. */
export function shownOf(photo: { public?: object | null; asked?: { at: string; refused: boolean } | null }, now: number): Shown {
  if (photo.public) return 'public'
  if (!photo.asked) return 'private'
  if (photo.asked.refused) return 'refused'
  return Date.parse(photo.asked.at) + patience > now ? 'checking' : 'unanswered'
}

export function mayBeAskedAbout(shown: Shown): boolean {
  return shown === 'private' || shown === 'unanswered'
}
