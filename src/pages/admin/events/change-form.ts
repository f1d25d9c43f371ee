/** What an admin changes of a published event: only what became another one is sent. Errors stand at their field. Pure. */
import * as v from 'valibot'
import { changeEvent } from '#contract/events/change'
import type { EventDetail, SessionView } from '#contract/events/event'
import { addDays, clockOf, dayOf } from '../../../stores/calendar'
import type { Sent } from '../../../stores/call'
import { instantAt } from '../figures/months'

export interface ChangeForm { placeName: string; placeNote: string; bring: string; on: string; startsAt: string; endsAt: string; capacity: string }
export type Field = 'placeName' | 'placeNote' | 'bring' | 'endsAt' | 'capacity'

/** `tells`: what those who registered will hear; none: they hear nothing. */
export type CheckedChange =
  | { ok: true; input: Sent<typeof changeEvent>; isSame: boolean; tells: ('time' | 'place')[]; fewer: boolean }
  | { ok: false; errors: Partial<Record<Field, string>> }

export function formOf(event: EventDetail, session: SessionView): ChangeForm {
  return {
    placeName: event.placeName, placeNote: event.placeNote ?? '', bring: event.bring ?? '', on: dayOf(session.startsAt),
    startsAt: clockOf(session.startsAt), endsAt: clockOf(session.endsAt), capacity: session.capacity === null ? '' : String(session.capacity),
  }
}

export function checkChange(form: ChangeForm, event: EventDetail, session: SessionView, recordId: string): CheckedChange {
  const before = formOf(event, session)
  const differs = (...fields: (keyof ChangeForm)[]) => fields.some((field) => form[field].trim() !== before[field].trim())
  const moved = differs('on', 'startsAt', 'endsAt')
  const resized = session.capacity !== null && differs('capacity')
  const orNull = (typed: string) => (typed.trim() === '' ? null : typed)
  const input = {
    recordId, eventId: event.id, seen: event.version,
    ...(differs('placeName') && { placeName: form.placeName }), ...(differs('placeNote') && { placeNote: orNull(form.placeNote) }), ...(differs('bring') && { bring: orNull(form.bring) }),
    ...((moved || resized) && {
      sessions: [{
        id: session.id,
        ...(moved && { startsAt: instantAt(form.on, form.startsAt), endsAt: instantAt(form.endsAt > form.startsAt ? form.on : addDays(form.on, 1), form.endsAt) }),
        ...(resized && { capacity: form.capacity.trim() === '' ? Number.NaN : Number(form.capacity) }),
      }],
    }),
  }
  const parsed = v.safeParse(changeEvent.input, input)
  if (parsed.success) {
    const place = differs('placeName', 'placeNote')
    const taken = session.capacity === null || session.left === null ? 0 : session.capacity - session.left
    return { ok: true, input, isSame: !differs('bring') && !place && !moved && !resized, tells: [...(moved ? ['time' as const] : []), ...(place ? ['place' as const] : [])], fewer: resized && Number(form.capacity) < taken }
  }
  const errors: Partial<Record<Field, string>> = {}
  for (const issue of parsed.issues) errors[fieldOf(issue)] ??= issue.message
  return { ok: false, errors }
}

const fields: readonly Field[] = ['placeName', 'placeNote', 'bring', 'endsAt', 'capacity']

function fieldOf(issue: v.BaseIssue<unknown>): Field {
  const last = issue.path?.at(-1)?.key
  return fields.find((field) => field === last) ?? 'placeName'
}
