/** An event as its form: to write a draft anew, or to plan the next one like it. Pure. */
import type { EventDetail } from '#contract/events/event'
import { addDays, clockOf, dayOf } from '../../../stores/calendar'
import { deadlinesOf } from './check-form'
import { emptyForm, type CancelChoice, type EventForm } from './event-form'

/** As it stands. Sessions of one event share their time of day here, as this form makes them. */
export function formOf(event: EventDetail, today: string): EventForm {
  const [first, ...others] = event.sessions
  if (!first) return emptyForm(today)
  const blank = emptyForm(today)
  const named = (part: string) => event.organisers.filter((one) => one.part === part).map(({ name }) => name).join('、')
  const at = (instant: string | null, on: string, time: string) => (instant === null ? { on, time } : { on: dayOf(instant), time: clockOf(instant) })
  const [opens, closes] = [at(event.opensAt, blank.opensOn, blank.opensTime), at(event.closesAt, addDays(first.on, -1), blank.closesTime)]
  const cancel = choiceOf(event.cancelUntil, first.on, first.startsAt)
  return {
    ...blank,
    kind: event.kind, title: event.title, placeName: event.placeName, placeNote: event.placeNote ?? '', bring: event.bring ?? '', countOnly: event.countOnly,
    point: event.point ? `${event.point.latitude}，${event.point.longitude}` : '',
    on: first.on, repeat: others.length > 0 ? 'days' : 'once', without: [], also: others.map(({ on }) => on),
    startsAt: clockOf(first.startsAt), endsAt: clockOf(first.endsAt), capacity: first.capacity === null ? blank.capacity : String(first.capacity), partyLimit: String(event.partyLimit),
    hosts: named('主办'), undertakers: named('承办'), coHosts: named('协办'), supporters: named('支持'),
    programme: event.programme.map(({ title, form, performers }) => [title, ...(form === undefined ? [] : [form]), ...(performers === undefined ? [] : [performers])].join('，')).join('\n'),
    opens: event.opensAt === null ? 'now' : 'at', opensOn: opens.on, opensTime: opens.time, closes: event.closesAt === null ? 'start' : 'at', closesOn: closes.on, closesTime: closes.time,
    cancel, cancelAt: cancel === 'kept' ? event.cancelUntil ?? '' : '',
    questions: event.questions.map(({ text, kind, options = [], required }) => ({ text, kind, options: options.join('、'), required })), campaignId: event.campaignId ?? '',
  }
}

/** The next one like it: on the same day of a week to come, its series and deadlines as far from each other as they were. */
export function nextLike(event: EventDetail, today: string): EventForm {
  const form = formOf(event, today)
  const behind = (Date.parse(today) - Date.parse(form.on)) / 86_400_000
  const by = Math.max(1, Math.floor(behind / 7) + 1) * 7
  const moved = (day: string) => addDays(day, by)
  const next = { ...form, on: moved(form.on), also: form.also.map(moved), opensOn: moved(form.opensOn), closesOn: moved(form.closesOn), campaignId: '' }
  return form.cancel === 'kept' ? { ...next, cancelAt: new Date(Date.parse(form.cancelAt) + by * 86_400_000).toISOString() } : next
}

function choiceOf(until: string | null, on: string, startsAt: string): CancelChoice {
  if (until === null) return 'start'
  const choices = deadlinesOf(on, startsAt)
  return until === choices['two-hours'] ? 'two-hours' : until === choices['evening-before'] ? 'evening-before' : 'kept'
}
