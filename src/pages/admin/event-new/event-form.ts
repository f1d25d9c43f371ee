/** What an admin types for an event: its fields, and what stands in them at first. What becomes of them: check-form.ts, form-of.ts. */
import type { EventKind } from '#contract/events/kinds'
import type { Question } from '#contract/events/questions'
import { addDays, endOfMonth } from '../../../stores/calendar'
import { templateOf } from './event-templates'

export interface EventForm {
  kind: EventKind
  title: string
  placeName: string
  /** The first day, and the others (event-days.ts). */
  on: string
  repeat: 'once' | 'weekly' | 'days'
  until: string
  without: readonly string[]
  also: readonly string[]
  startsAt: string
  endsAt: string
  capacity: string
  partyLimit: string
  countOnly: boolean
  placeNote: string
  /** As typed: 30.5928，114.3055. */
  point: string
  bring: string
  /** Names as one writes them: 卫生服务站、文化站. 主办 left empty is the unit. */
  hosts: string
  undertakers: string
  coHosts: string
  supporters: string
  /** A line an item: 节目，形式，演出者. */
  programme: string
  opens: 'now' | 'at'
  opensOn: string
  opensTime: string
  closes: 'start' | 'at'
  closesOn: string
  closesTime: string
  cancel: CancelChoice
  /** The deadline that a draft came with and that none of the choices gives; ''. */
  cancelAt: string
  questions: AskedQuestion[]
  /** '': of none. */
  campaignId: string
}

/** Until when places can be given back: the evening before at eight, two hours before, or until it starts; `kept`: as the draft had it. */
export type CancelChoice = 'start' | 'two-hours' | 'evening-before' | 'kept'
/** `options`: as one writes them, 素食、不限. */
export interface AskedQuestion { text: string; kind: Question['kind']; options: string; required: boolean }
export const newQuestion: AskedQuestion = { text: '', kind: 'choice', options: '', required: false }
export const mostQuestions = 5

export function emptyForm(today: string): EventForm {
  const on = addDays(today, 7)
  return {
    kind: 'seminar', title: '', placeName: '', on, repeat: 'once', until: endOfMonth(on), without: [], also: [], ...templateOf('seminar'), placeNote: '', point: '',
    hosts: '', undertakers: '', coHosts: '', supporters: '', opens: 'now', opensOn: today, opensTime: '09:00', closes: 'start', closesOn: addDays(on, -1), closesTime: '20:00',
    cancelAt: '', questions: [], campaignId: '',
  }
}

/** 义诊 is 只清点不留名 whatever was ticked (product.md, Not surveillance). */
export function nobodyIsNamed(form: Pick<EventForm, 'countOnly' | 'kind'>): boolean {
  return form.countOnly || form.kind === 'free_clinic'
}
