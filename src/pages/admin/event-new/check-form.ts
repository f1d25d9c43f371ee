/** From what was typed to the call. Errors stand at their field; nothing typed is changed or dropped. Pure. */
import * as v from 'valibot'
import type { Input } from '#contract/call'
import { createEvent } from '#contract/events/create'
import { addDays } from '../../../stores/calendar'
import { instantAt } from '../figures/months'
import { daysOf } from './event-days'
import { nobodyIsNamed, type AskedQuestion, type EventForm } from './event-form'

const fields = ['kind', 'title', 'placeName', 'sessions', 'startsAt', 'endsAt', 'capacity', 'partyLimit', 'placeNote', 'point', 'bring', 'organisers', 'programme', 'opensAt', 'closesAt', 'cancelUntil'] as const
type QuestionField = `question${number}`
export type Field = (typeof fields)[number] | QuestionField
export type Wrong = Partial<Record<Field, string>>
export type Checked = { ok: true; input: Input<typeof createEvent> } | { ok: false; errors: Wrong }


export function checkForm(form: EventForm, host: { id: string; name: string }, recordId: string): Checked {
  const countOnly = nobodyIsNamed(form)
  const sessions = daysOf(form).map((day) => ({
    startsAt: instantAt(day, form.startsAt),
    endsAt: instantAt(form.endsAt > form.startsAt ? day : addDays(day, 1), form.endsAt),
    ...(countOnly ? {} : { capacity: number(form.capacity) }),
  }))
  const parsed = v.safeParse(createEvent.input, {
    recordId,
    kind: form.kind,
    title: form.title,
    hostUnitId: host.id,
    placeName: form.placeName,
    ...said('placeNote', form.placeNote),
    ...said('bring', form.bring),
    ...(form.point.trim() === '' ? {} : { point: pointIn(form.point) ?? {} }),
    organisers: organisersOf(form, host.name),
    programme: programmeOf(form.programme),
    sessions,
    ...(countOnly ? {} : { partyLimit: number(form.partyLimit), questions: form.questions.map(asked), ...windowOf(form), ...cancelUntil(form, sessions[0]?.startsAt ?? '') }),
    countOnly,
    ...(form.campaignId === '' ? {} : { campaignId: form.campaignId }),
  })
  if (parsed.success) return { ok: true, input: parsed.output }
  const errors: Wrong = {}
  for (const issue of parsed.issues) errors[fieldOf(issue)] ??= issue.message
  if (errors.point) errors.point = '写成两个数，先纬度后经度，例如 30.5928，114.3055'
  return { ok: false, errors }
}

/** Empty or no number: the schema says so in words. */
function number(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed)
}

function fieldOf(issue: v.BaseIssue<unknown>): Field {
  const path = issue.path?.map(({ key }) => key) ?? []
  if (path[0] === 'questions' && typeof path[1] === 'number') return `question${path[1]}`
  // Of a session the part that is wrong; of an item of the programme, the programme.
  const known = (path[0] === 'sessions' ? [...path].reverse() : path).find((key) => fields.some((field) => field === key))
  return fields.find((field) => field === known) ?? 'title'
}

/** Left empty, it is not said at all. */
function said<K extends string>(name: K, typed: string) {
  return typed.trim() === '' ? {} : { [name]: typed }
}

const parted = (typed: string, by: RegExp) => typed.split(by).map((part) => part.trim()).filter((part) => part !== '')
const betweenNames = /[、，,;；\n]/

/** null: these are not two numbers. */
export function pointIn(typed: string): { latitude: number; longitude: number } | null {
  const [, latitude, longitude] = /^\s*(\d{1,3}(?:\.\d{1,8})?)\s*[，,、\s]\s*(\d{1,3}(?:\.\d{1,8})?)\s*$/.exec(typed.normalize('NFKC')) ?? []
  return latitude === undefined ? null : { latitude: Number(latitude), longitude: Number(longitude) }
}

/** Nobody named: the page says who hosts all the same. */
function organisersOf({ hosts, undertakers, coHosts, supporters }: EventForm, host: string) {
  const named = (part: string, typed: string) => parted(typed, betweenNames).map((name) => ({ part, name }))
  const others = [...named('承办', undertakers), ...named('协办', coHosts), ...named('支持', supporters)]
  const first = named('主办', hosts)
  return first.length === 0 && others.length > 0 ? [{ part: '主办', name: host }, ...others] : [...first, ...others]
}

function programmeOf(typed: string) {
  return parted(typed, /\n/).map((line) => {
    const [title = '', form, ...performers] = parted(line, /[，,]/)
    return { title, ...(form === undefined ? {} : { form }), ...(performers.length === 0 ? {} : { performers: performers.join('，') }) }
  })
}

function asked({ text, kind, options, required }: AskedQuestion, index: number) {
  return { id: `q${index + 1}`, text, kind, required, ...(kind === 'choice' ? { options: parted(options, betweenNames) } : {}) }
}

function windowOf({ opens, opensOn, opensTime, closes, closesOn, closesTime }: EventForm) {
  return { ...(opens === 'at' && { opensAt: instantAt(opensOn, opensTime) }), ...(closes === 'at' && { closesAt: instantAt(closesOn, closesTime) }) }
}

function cancelUntil({ cancel, on, cancelAt }: EventForm, startsAt: string) {
  if (cancel === 'kept' && cancelAt !== '') return { cancelUntil: cancelAt }
  const until = deadlinesOf(on, startsAt)
  return cancel === 'two-hours' || cancel === 'evening-before' ? { cancelUntil: until[cancel] } : {}
}

/** What each choice of 什么时候以前可以取消 means for an event that starts then. */
export function deadlinesOf(on: string, startsAt: string): { 'two-hours': string; 'evening-before': string } {
  return { 'two-hours': new Date(Date.parse(startsAt) - 2 * 3_600_000).toISOString(), 'evening-before': instantAt(addDays(on, -1), '20:00') }
}
