/** Kinds of cultural events with the measure word of each (product.md, Event kinds). Order is the order of reports. */
import * as v from 'valibot'

export const eventKinds = {
  gala: { zh: '文艺汇演', measure: '场' },
  seminar: { zh: '座谈会', measure: '场次' },
  work_meeting: { zh: '部署会', measure: '次' },
  mobilisation_meeting: { zh: '动员会', measure: '次' },
  study_session: { zh: '学习会', measure: '次' },
  training_class: { zh: '培训班', measure: '期' },
  skills_training: { zh: '实用技术培训', measure: '场次' },
  talk: { zh: '讲座', measure: '场次' },
  publicity_stall: { zh: '集中宣传', measure: '场次' },
  free_clinic: { zh: '义诊', measure: '场次' },
  selection: { zh: '评选', measure: '次' },
  donation_drive: { zh: '捐赠', measure: '次' },
  recreation: { zh: '文体活动', measure: '场次' },
  volunteering: { zh: '志愿服务', measure: '次' },
  other: { zh: '其他活动', measure: '场次' },
} as const

export type EventKind = keyof typeof eventKinds
export const eventKindNames = Object.keys(eventKinds) as [EventKind, ...EventKind[]]
export const EventKind = v.picklist(eventKindNames, '请选活动类型')
