/** What one was told: of changes, the evening before, places on the waitlist. Said by WeChat to whoever agreed; it all stands here. */
import { myNotices } from '#contract/notices/mine'
import type { Notice } from '#contract/notices/notice'
import { seenNotices } from '#contract/notices/seen'
import { requestConsent } from '../platform/subscribe'
import { call } from './call'
import { fetchStore } from './fetched'
import { onForget } from './forgettable'
import { useMe } from './people'

export const useNotices = fetchStore(myNotices)

/** At the tap on 报名 or 排候补, before anything is awaited: WeChat asks only while a tap is handled. One yes is one message. */
export function askForNotices(): void {
  const templates = useMe.getState().value?.templates ?? []
  if (templates.length > 0) requestConsent(templates.slice(0, 3))
}

/** Said to be seen in this run of the app: a list that was asked for just before does not bring them back. */
const seenHere = new Set<string>()
onForget(() => seenHere.clear())

/** Not seen, and of something that is not over: newest first. `now` in ms. */
export function unseenOf(notices: readonly Notice[] | null, now: number): Notice[] {
  return (notices ?? []).filter((notice) => !notice.seen && !seenHere.has(notice.id) && Date.parse(notice.endsAt) > now && !isOvertaken(notice, now))
}

/** An evening before that has passed says nothing any more on the day after; and nothing but that of what is called off. */
function isOvertaken({ kind, status, startsAt }: Notice, now: number): boolean {
  if (kind === 'evening-before') return Date.parse(startsAt) <= now || status === 'cancelled'
  return status === 'cancelled' && kind !== 'cancelled'
}

/** They stood before one's eyes. Said at once; what does not arrive is unseen when it is asked again. */
export async function sawNotices(ids: readonly string[]): Promise<void> {
  const { value } = useNotices.getState()
  const news = ids.filter((id) => value?.notices.some((notice) => notice.id === id && !notice.seen))
  if (!value || news.length === 0) return
  useNotices.setState({ value: { notices: value.notices.map((notice) => (news.includes(notice.id) ? { ...notice, seen: true } : notice)) } })
  for (const id of news) seenHere.add(id)
  const told = await call(seenNotices, { ids: news.slice(0, 50) })
  if (!told.ok) for (const id of news) seenHere.delete(id)
}
