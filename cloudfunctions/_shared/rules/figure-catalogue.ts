/** Every figure there is, in the order of reports: publicity, events kind by kind, people, work. Pure. */
import { eventKindNames, eventKinds, type EventKind } from '../../../contract/events/kinds'
import type { Figure } from '../../../contract/totals/figure'
import { indicatorNames, indicatorOf, type IndicatorName } from '../../../contract/work/indicators'

/** What a figure counts: sessions held (期 for classes), sessions of classes, 人次, people by key, or entries. */
export type Counts =
  | { what: 'held' | 'sessions' | 'attendances'; kind: EventKind }
  | { what: 'attendees'; kind: EventKind | null }
  | { what: 'entries'; indicator: IndicatorName }

export type FigureDefinition = Pick<Figure, 'name' | 'zh' | 'unit' | 'group' | 'money'> & { counts: Counts }

export const heldName = (kind: EventKind) => `${kind}_held`
export const attendancesName = (kind: EventKind) => `${kind}_attendances`
export const attendeesName = (kind: EventKind) => `${kind}_attendees`
export const classSessionsName = 'training_class_sessions'
export const everybodyName = 'attendees'

function ofIndicators(section: 'publicity' | 'work'): FigureDefinition[] {
  return indicatorNames.filter((name) => indicatorOf(name).section === section).map((name) => {
    const { zh, unit, money } = indicatorOf(name)
    return { name, zh, unit, group: section, ...(money && { money }), counts: { what: 'entries', indicator: name } }
  })
}

function ofKind(kind: EventKind): FigureDefinition[] {
  const { zh, measure } = eventKinds[kind]
  const group = 'events'
  const definitions: FigureDefinition[] = [{ name: heldName(kind), zh, unit: measure, group, counts: { what: 'held', kind } }]
  if (kind === 'training_class') definitions.push({ name: classSessionsName, zh: `${zh}场次`, unit: '场', group, counts: { what: 'sessions', kind } })
  definitions.push({ name: attendancesName(kind), zh: `${zh}参加人次`, unit: '人次', group, counts: { what: 'attendances', kind } })
  definitions.push({ name: attendeesName(kind), zh: `${zh}实名人数`, unit: '人', group, counts: { what: 'attendees', kind } })
  return definitions
}

export const figureCatalogue: readonly FigureDefinition[] = [
  ...ofIndicators('publicity'),
  ...eventKindNames.flatMap(ofKind),
  { name: everybodyName, zh: '实名人数', unit: '人', group: 'people', counts: { what: 'attendees', kind: null } },
  ...ofIndicators('work'),
]
