/** What a heading of somebody else's table seems to mean: a proposal, which an admin looks through. Where it could mean two things, nothing is proposed. Pure. */
import { eventKindNames, eventKinds, type EventKind } from '../../../../contract/events/kinds'
import { indicatorNames, indicatorOf } from '../../../../contract/work/indicators'
import { attendancesName, attendeesName, classSessionsName, everybodyName, heldName } from '../figure-catalogue'

const alsoCalled: Partial<Record<EventKind, readonly string[]>> = {
  gala: ['汇演', '文艺演出', '演出'], work_meeting: ['工作部署会'], mobilisation_meeting: ['动员大会'], skills_training: ['技术培训'], talk: ['宣讲'], recreation: ['文体'], donation_drive: ['捐赠活动'],
}

type Named = { word: string; kind: EventKind } | { word: string; indicator: string }
const known: readonly Named[] = [
  ...indicatorNames.flatMap((name) => { const { zh, act, aliases = [] } = indicatorOf(name); return [zh, act, ...aliases].map((word) => ({ word, indicator: name })) }),
  ...eventKindNames.flatMap((kind) => [eventKinds[kind].zh, ...(alsoCalled[kind] ?? [])].map((word) => ({ word, kind }))),
].sort((a, b) => b.word.length - a.word.length)

export function meaningOf(heading: string): string | null {
  const text = heading.normalize('NFKC').replace(/\s+/g, '')
  const found = known.find(({ word }) => text.includes(word))
  if (found) return 'kind' in found ? ofKind(found.kind, text) : found.indicator
  if (/^(序号|编号)$/.test(text)) return 'ordinal'
  if (/(月份|时间|期间|日期|年月)$/.test(text)) return 'period'
  if (/实名人数/.test(text)) return everybodyName
  return /(单位|社区|街道|乡镇|村|网格)(\([^)]*\))?(名称)?$/.test(text) && text.length <= 10 ? 'unit' : null
}

/** 参加人数 may be 人次 or people: only who reads the table knows. */
function ofKind(kind: EventKind, text: string): string | null {
  if (/人次/.test(text)) return attendancesName(kind)
  if (/实名/.test(text)) return attendeesName(kind)
  if (/人数|参加人|参与人|受众/.test(text)) return null
  return kind === 'training_class' && /场|课/.test(text) ? classSessionsName : heldName(kind)
}
