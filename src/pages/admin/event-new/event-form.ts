/** What an admin types for a new event, and the call it becomes. Errors stand at their field; nothing typed is changed or dropped. */
import * as v from 'valibot'
import type { Input } from '#contract/call'
import { createEvent } from '#contract/events/create'
import type { EventKind } from '#contract/events/kinds'
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
}
export type Field = 'kind' | 'title' | 'placeName' | 'startsAt' | 'endsAt' | 'capacity' | 'partyLimit'
export type Checked = { ok: true; input: Input<typeof createEvent> } | { ok: false; errors: Partial<Record<Field, string>> }

export function emptyForm(today: string): EventForm {
  return { kind: 'seminar', title: '', placeName: '', on: addDays(today, 7), startsAt: '14:30', endsAt: '16:00', capacity: '30', partyLimit: '6', countOnly: false }
}

/** 义诊 is 只清点不留名 whatever was ticked (product.md, Not surveillance). */
export function nobodyIsNamed(form: EventForm): boolean {
  return form.countOnly || form.kind === 'free_clinic'
}

export function checkForm(form: EventForm, hostUnitId: string, recordId: string): Checked {
  const countOnly = nobodyIsNamed(form)
  const parsed = v.safeParse(createEvent.input, {
    recordId,
    kind: form.kind,
    title: form.title,
    hostUnitId,
    placeName: form.placeName,
    sessions: [{
      startsAt: instantAt(form.on, form.startsAt),
      endsAt: instantAt(form.endsAt > form.startsAt ? form.on : addDays(form.on, 1), form.endsAt),
      ...(countOnly ? {} : { capacity: number(form.capacity) }),
    }],
    ...(countOnly ? {} : { partyLimit: number(form.partyLimit) }),
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
  const last = issue.path?.at(-1)?.key
  return fields.find((field) => field === last) ?? 'title'
}

const fields: readonly Field[] = ['kind', 'title', 'placeName', 'startsAt', 'endsAt', 'capacity', 'partyLimit']
