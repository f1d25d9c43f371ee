/** A report from its facts: text, table of indicators, list of events. One set of figures for all three. Pure. */
import { eventKinds } from '../../../../contract/events/kinds'
import type { Report } from '../../../../contract/reports/report'
import type * as v from 'valibot'
import { instant, previousMonth } from '../calendar'
import { printSplit } from '../figure-print'
import { monthOf } from '../figures'
import { materialOf, nameOf, unitOf, type CountedSource, type ReportSource } from './material'
import { sectionsOf } from './sections'

export function reportOf({ facts, ...source }: ReportSource): v.InferOutput<typeof Report> {
  const { scope } = source
  return reportOfCounted({ ...source, month: monthOf(facts, scope), before: monthOf(facts, { ...scope, month: previousMonth(scope.month) }), events: facts.events })
}

export function reportOfCounted(source: CountedSource): v.InferOutput<typeof Report> {
  const material = materialOf(source)
  const { unit, scope, days = null, campaign = null } = source
  return {
    unit, month: scope.month, days, campaign, asOf: instant(scope.now),
    title: `${unit.name}${material.words.called}工作总结`,
    sections: sectionsOf(material),
    table: [...material.figures],
    hasPrevious: material.figures.some((figure) => figure.previous !== null),
    events: material.held.map(({ event, session, room, softness }) => ({
      eventId: event._id, sessionId: session.id, on: session.on, kindZh: eventKinds[event.kind].zh, title: event.title, placeName: event.placeName,
      hostUnitName: nameOf(material, unitOf(event.path)), attendances: room?.attendances ?? null, softness, split: room ? printSplit(room, softness) : '',
    })),
    missing: [], corrections: null, editing: null, handedIn: null,
  }
}
