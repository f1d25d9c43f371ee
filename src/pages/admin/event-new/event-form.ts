/** What an admin types for a new event, and the call it becomes. Errors stand at their field; nothing typed is changed or dropped. */
import * as v from 'valibot'
import type { Input } from '#contract/call'
import { createEvent } from '#contract/events/create'
import type { EventKind } from '#contract/events/kinds'
import type { Question } from '#contract/events/questions'
import { addDays } from '../../../stores/calendar'
import { instantAt } from '../figures/months'

export interface EventForm {
  kind: EventKind
  title: string
  placeName: string
  on: string
  startsAt: string
  endsAt: string
  capacity: string
  partyLimit: string
  countOnly: boolean
  placeNote: string
  bring: string
  /** Names of who helps, as one writes them: 卫生服务站、文化站. */
  coHosts: string
  /** A line an item: 节目，形式，演出者. */
  programme: string
  cancel: CancelChoice
  questions: AskedQuestion[]
}

/** Until when places can be given back: the evening before at eight, two hours before, or until it starts. */
export type CancelChoice = 'start' | 'two-hours' | 'evening-before'
/** `options`: as one writes them, 素食、不限. */
export interface AskedQuestion { text: string; kind: Question['kind']; options: string; required: boolean }
export const newQuestion: AskedQuestion = { text: '', kind: 'choice', options: '', required: false }
export const mostQuestions = 5
const fields = ['kind', 'title', 'placeName', 'startsAt', 'endsAt', 'capacity', 'partyLimit', 'placeNote', 'bring', 'organisers', 'programme', 'cancelUntil'] as const
type QuestionField = `question${number}`
export type Field = (typeof fields)[number] | QuestionField
export type Checked = { ok: true; input: Input<typeof createEvent> } | { ok: false; errors: Partial<Record<Field, string>> }

export function emptyForm(today: string): EventForm {
  return { kind: 'seminar', title: '', placeName: '', on: addDays(today, 7), startsAt: '14:30', endsAt: '16:00', capacity: '30', partyLimit: '6', countOnly: false, placeNote: '', bring: '', coHosts: '', programme: '', cancel: 'start', questions: [] }
}

/** 义诊 is 只清点不留名 whatever was ticked (product.md, Not surveillance). */
export function nobodyIsNamed(form: EventForm): boolean {
  return form.countOnly || form.kind === 'free_clinic'
}

export function checkForm(form: EventForm, host: { id: string; name: string }, recordId: string): Checked {
  const countOnly = nobodyIsNamed(form)
  const startsAt = instantAt(form.on, form.startsAt)
  const parsed = v.safeParse(createEvent.input, {
    recordId,
    kind: form.kind,
    title: form.title,
    hostUnitId: host.id,
    placeName: form.placeName,
    ...said('placeNote', form.placeNote),
    ...said('bring', form.bring),
    organisers: organisersOf(host.name, form.coHosts),
    programme: programmeOf(form.programme),
    sessions: [{
      startsAt,
      endsAt: instantAt(form.endsAt > form.startsAt ? form.on : addDays(form.on, 1), form.endsAt),
      ...(countOnly ? {} : { capacity: number(form.capacity) }),
    }],
    ...(countOnly ? {} : { partyLimit: number(form.partyLimit), questions: form.questions.map(asked), ...cancelUntil(form, startsAt) }),
    countOnly,
  })
  if (parsed.success) return { ok: true, input: parsed.output }
  const errors: Partial<Record<Field, string>> = {}
  for (const issue of parsed.issues) errors[fieldOf(issue)] ??= issue.message
  return { ok: false, errors }
}

/** Empty or no number: the schema says so in words. */
function number(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed)
}

function fieldOf(issue: v.BaseIssue<unknown>): Field {
  const path = issue.path?.map(({ key }) => key) ?? []
  if (path[0] === 'questions' && typeof path[1] === 'number') return `question${path[1]}`
  // The outermost that has a place on the form: the title of an item stands at 节目单.
  const known = path.find((key) => fields.some((field) => field === key))
  return fields.find((field) => field === known) ?? 'title'
}

/** Left empty, it is not said at all. */
function said<K extends string>(name: K, typed: string) {
  return typed.trim() === '' ? {} : { [name]: typed }
}

const parted = (typed: string, by: RegExp) => typed.split(by).map((part) => part.trim()).filter((part) => part !== '')

/** Nobody named: the page says who hosts all the same. */
function organisersOf(host: string, coHosts: string) {
  const others = parted(coHosts, /[、，,;；\n]/)
  return others.length === 0 ? [] : [{ part: '主办', name: host }, ...others.map((name) => ({ part: '协办', name }))]
}

function programmeOf(typed: string) {
  return parted(typed, /\n/).map((line) => {
    const [title = '', form, ...performers] = parted(line, /[，,]/)
    return { title, ...(form === undefined ? {} : { form }), ...(performers.length === 0 ? {} : { performers: performers.join('，') }) }
  })
}

function asked({ text, kind, options, required }: AskedQuestion, index: number) {
  return { id: `q${index + 1}`, text, kind, required, ...(kind === 'choice' ? { options: parted(options, /[、，,;；\n]/) } : {}) }
}

function cancelUntil({ cancel, on }: EventForm, startsAt: string) {
  if (cancel === 'start') return {}
  return { cancelUntil: cancel === 'two-hours' ? new Date(Date.parse(startsAt) - 2 * 3_600_000).toISOString() : instantAt(addDays(on, -1), '20:00') }
}
