/** A month's report from its facts: text, table of indicators, list of events. One set of figures for all three. Pure. */
import { eventKinds } from '../../../../contract/events/kinds'
import type { Report } from '../../../../contract/reports/report'
import type { SectionKind } from '../../../../contract/reports/section-kind'
import type * as v from 'valibot'
import { instant, previousMonth } from '../calendar'
import { printSplit } from '../figure-print'
import { monthOf } from '../figures'
import { materialOf, nameOf, unitOf, type CountedSource, type Material, type ReportSource } from './material'
import { achievements, activities, isEmpty, nextSteps, opening, organisation, publicity, shortcomings } from './sections'
import { runs, type Piece } from './sentence'

interface Section { kind: SectionKind; heading: string | null; write(material: Material): Piece[] }

const sections: readonly Section[] = [
  { kind: 'opening', heading: null, write: opening },
  { kind: 'organisation', heading: '加强领导，精心组织', write: organisation },
  { kind: 'publicity', heading: '加强宣传，营造氛围', write: publicity },
  { kind: 'activities', heading: '开展活动，注重实效', write: activities },
  { kind: 'achievements', heading: '主要成效', write: achievements },
  { kind: 'shortcomings', heading: '存在不足', write: shortcomings },
  { kind: 'next_steps', heading: '下步打算', write: nextSteps },
]

export function reportOf({ facts, ...source }: ReportSource): v.InferOutput<typeof Report> {
  const { scope } = source
  return reportOfCounted({ ...source, month: monthOf(facts, scope), before: monthOf(facts, { ...scope, month: previousMonth(scope.month) }), events: facts.events })
}

export function reportOfCounted(source: CountedSource): v.InferOutput<typeof Report> {
  const material = materialOf(source)
  const { unit, scope } = source
  return {
    unit, month: scope.month, asOf: instant(scope.now),
    title: `${unit.name}${Number(scope.month.slice(0, 4))}年${Number(scope.month.slice(5))}月工作总结`,
    sections: numbered(sections.slice(0, isEmpty(material) ? 1 : sections.length).flatMap(({ kind, heading, write }) => {
      const paragraphs = write(material).map((paragraph) => runs(paragraph)).filter((paragraph) => paragraph.length > 0)
      return paragraphs.length === 0 ? [] : [{ kind, heading, paragraphs }]
    })),
    table: [...material.figures],
    hasPrevious: material.figures.some((figure) => figure.previous !== null),
    events: material.held.map(({ event, session, room, softness }) => ({
      eventId: event._id, sessionId: session.id, on: session.on, kindZh: eventKinds[event.kind].zh, title: event.title, placeName: event.placeName,
      hostUnitName: nameOf(material, unitOf(event.path)), attendances: room?.attendances ?? null, softness, split: room ? printSplit(room, softness) : '',
    })),
    missing: [], corrections: null, handedIn: null,
  }
}

/** 一、二、… over the sections that are there. */
function numbered<S extends { heading: string | null }>(all: readonly S[]): S[] {
  let number = 0
  return all.map((section) => {
    if (section.heading === null) return section
    number += 1
    return { ...section, heading: `${'一二三四五六'[number - 1]}、${section.heading}` }
  })
}
