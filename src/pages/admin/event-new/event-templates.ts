/** What an event of each kind usually is, so that a new one begins half filled in. Choosing another kind changes only what still stands as the template had it. Pure. */
import type { EventKind } from '#contract/events/kinds'
import type { CancelChoice, EventForm } from './event-form'

export interface Template { startsAt: string; endsAt: string; capacity: string; partyLimit: string; countOnly: boolean; bring: string; cancel: CancelChoice; programme: string }

const usual: Template = { startsAt: '14:30', endsAt: '16:00', capacity: '30', partyLimit: '1', countOnly: false, bring: '', cancel: 'start', programme: '' }

const of: Record<EventKind, Partial<Template>> = {
  gala: { startsAt: '19:00', endsAt: '20:30', capacity: '120', partyLimit: '6', cancel: 'two-hours' },
  seminar: { partyLimit: '2' },
  work_meeting: { startsAt: '09:00', endsAt: '10:30', capacity: '40' },
  mobilisation_meeting: { startsAt: '09:00', endsAt: '10:00', capacity: '60' },
  study_session: { startsAt: '09:00', endsAt: '10:30', capacity: '40', bring: '笔记本、笔' },
  training_class: { startsAt: '19:00', endsAt: '20:30', capacity: '20', bring: '笔、水杯', cancel: 'evening-before' },
  skills_training: { startsAt: '09:00', endsAt: '11:00', bring: '笔、水杯', cancel: 'evening-before' },
  talk: { startsAt: '09:30', endsAt: '11:00', capacity: '50', partyLimit: '4' },
  publicity_stall: { startsAt: '09:00', endsAt: '11:30', countOnly: true },
  free_clinic: { startsAt: '09:00', endsAt: '11:30', countOnly: true },
  selection: { capacity: '50', partyLimit: '2' },
  donation_drive: { startsAt: '09:00', endsAt: '11:30', countOnly: true },
  recreation: { startsAt: '09:00', endsAt: '11:00', partyLimit: '4', bring: '穿好走路的鞋，带水', cancel: 'two-hours' },
  volunteering: { startsAt: '08:30', endsAt: '10:30', bring: '手套、水' },
  other: { partyLimit: '4' },
}

/** For the field of the title: what such an event is called. */
export const titleHints: Record<EventKind, string> = {
  gala: '例如：中秋晚会', seminar: '例如：停车怎么办', work_meeting: '例如：创建工作部署会', mobilisation_meeting: '例如：垃圾分类动员会', study_session: '例如：条例学习会',
  training_class: '例如：书法班', skills_training: '例如：家政实用技术培训', talk: '例如：防诈骗讲座', publicity_stall: '例如：消防安全宣传', free_clinic: '例如：周六义诊',
  selection: '例如：最美家庭评选', donation_drive: '例如：冬衣捐赠', recreation: '例如：河边健步走', volunteering: '例如：楼道清洁', other: '例如：邻里包饺子',
}

export function templateOf(kind: EventKind): Template {
  return { ...usual, ...of[kind] }
}

/** Another kind: what was typed or chosen by hand stays. */
export function ofKind(form: EventForm, kind: EventKind): Partial<EventForm> {
  const [before, next] = [templateOf(form.kind), templateOf(kind)]
  const untouched = (Object.keys(next) as (keyof Template)[]).filter((field) => form[field] === before[field])
  return { kind, ...Object.fromEntries(untouched.map((field) => [field, next[field]])) }
}
