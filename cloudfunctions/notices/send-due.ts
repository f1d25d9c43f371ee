/**
 * What is due goes out by WeChat, at most once: a notice is marked before the call, in one conditional write, and never tried again from there.
 * One that nobody can carry stays in the app.
 */
import { messageData, templateFor } from '../_shared/message-templates'
import { beginSending, dueNotices, endSending, noticeKinds } from '../_shared/records/notices'
import { sendTo } from '../_shared/records/openids'
import { dayOf, hours, instant } from '../_shared/rules/calendar'
import { aboutThem, type NoticeAbout } from './about'

const perRun = 200
const atOnce = 10
/** Later it is no news any more. */
const isNewsFor = hours(24)
const eventPage = 'pages/resident/event/index'

export async function sendDue(now: number): Promise<void> {
  const kinds = noticeKinds.filter((kind) => templateFor(kind) !== null)
  if (kinds.length === 0) return
  const due = await aboutThem(await dueNotices(kinds, instant(now - isNewsFor), perRun), instant(now))
  for (let i = 0; i < due.length; i += atOnce) await Promise.all(due.slice(i, i + atOnce).map((one) => send(one, now)))
}

async function send(about: NoticeAbout, now: number): Promise<void> {
  const { notice, event, session } = about
  const template = templateFor(notice.kind)
  if (!template || !(await beginSending(notice._id))) return
  if (!isStillNews(about, now)) return endSending(notice._id, 'failed')
  const data = messageData(template.keys, [event.title, timeOf(session.startsAt), event.placeName, wordsOf(about)])
  await endSending(notice._id, await sendTo(notice.to, { templateId: template.id, page: `${eventPage}?id=${event._id}`, data }))
}

/** Seen in the app already, off, or given back meanwhile: nobody wants to hear it. */
function isStillNews({ notice, event, registration, session }: NoticeAbout, now: number): boolean {
  if (notice.seenAt !== null || registration?.status === 'cancelled' || session.endsAt <= instant(now)) return false
  if (notice.kind === 'evening-before' && dayOf(notice.at) !== dayOf(now)) return false
  return (event.status === 'cancelled') === (notice.kind === 'cancelled')
}

/** 2026年11月27日 19:00, as WeChat's `time` and `date` take it. Shanghai. */
function timeOf(at: string): string {
  const [year, month, day] = dayOf(at).split('-').map(Number)
  return `${year}年${month}月${day}日 ${instant(Date.parse(at) + hours(8)).slice(11, 16)}`
}

function wordsOf({ notice, what }: NoticeAbout): string {
  if (notice.kind === 'evening-before') return '明天的活动，别忘了来'
  if (notice.kind === 'cancelled') return '活动取消了'
  if (notice.kind === 'promoted') return '候补有了名额，已报上名'
  if (notice.kind === 'offered') return '有名额了，点开确认来不来'
  return what.length === 2 ? '时间和地点都变了' : what[0] === 'place' ? '地点变了' : '时间变了'
}
