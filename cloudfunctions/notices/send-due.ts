/**
 * What is due goes out by WeChat, at most once: a notice is marked before the call, in one conditional write, and never tried again from there.
 * One that nobody can carry stays in the app.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { messageData, templateFor } from '../_shared/message-templates'
import { beginSending, dueNotices, endSending, type NoticeKind, type NoticeRecord } from '../_shared/records/notices'
import { sendTo } from '../_shared/records/openids'
import { dayOf, hours, instant } from '../_shared/rules/calendar'
import { aboutThem, type NoticeAbout } from './about'

/** News first: evening reminders are thousands, and who is told of another time behind them is told too late. */
const inOrder: readonly (readonly NoticeKind[])[] = [['changed', 'cancelled', 'promoted', 'offered'], ['evening-before']]
const atATime = 100
const atOnce = 10
/** Four requests each: in ms, so that a sending of thousands takes less than a fifth of what the plan allows all people together. */
const perGroup = 500
/** No round begins later than this, in ms of the run's own time: the next timer carries on, and the function's 60 s are never used up. */
const sendsFor = 35_000
/** Later it is no news any more. */
const isNewsFor = hours(24)
const eventPage = 'pages/resident/event/index'

export async function sendDue(now: number): Promise<void> {
  const until = performance.now() + sendsFor
  for (const kinds of inOrder) {
    const carried = kinds.filter((kind) => templateFor(kind) !== null)
    for (let isMore = carried.length > 0; isMore && performance.now() < until; ) isMore = await sendSome(carried, now)
  }
}

/** false: there are no more. What it took is not due any more, so it comes to an end. */
async function sendSome(kinds: readonly NoticeKind[], now: number): Promise<boolean> {
  const due = await dueNotices(kinds, instant(now - isNewsFor), atATime)
  const about = await aboutThem(due, instant(now))
  const known = new Set(about.map(({ notice }) => notice))
  await inGroups(due.filter((notice) => !known.has(notice)), giveUp)
  await inGroups(about, (one) => send(one, now))
  return due.length === atATime
}

async function inGroups<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < all.length; i += atOnce) await Promise.all([...all.slice(i, i + atOnce).map(act), ...(i + atOnce < all.length ? [sleep(perGroup)] : [])])
}

/** Its event is not there: left due, it would stand before the others for a day. */
async function giveUp({ _id }: NoticeRecord): Promise<void> {
  if (await beginSending(_id)) await endSending(_id, 'failed')
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
  // Took the place that was offered.
  if (notice.kind === 'offered' && registration?.status === 'confirmed') return false
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
  if (notice.kind === 'offered') return '有名额了，要来请点开'
  return what.length === 2 ? '时间和地点都变了' : what[0] === 'place' ? '地点变了' : '时间变了'
}
