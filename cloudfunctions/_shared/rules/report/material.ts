/** What a report is written from: figures and held sessions of the month, and the names that go with them. Pure. */
import type { Run } from '../../../../contract/reports/report'
import type { Figure } from '../../../../contract/totals/figure'
import type { UnitBrief } from '../../../../contract/values'
import { printFigure } from '../figure-print'
import { figuresBeside, figuresOfMonth, type Month } from '../figures'
import type { EventFacts, Facts, Scope, SessionFacts } from '../held-sessions'
import type { Template } from './template/grammar'
import { plainTemplate } from './template/plain'
import { wordsOfScope, type Days, type ScopeWords } from './words-of-scope'

/** A numbered list of a campaign: what rests on something that happened, and what does not yet. In the list's order. */
export interface ChecklistFacts { name: string; done: readonly string[]; open: readonly string[] }

export interface CampaignFacts { name: string; ordinal?: string; theme?: string; path: readonly string[] }

export interface ReportSource {
  unit: UnitBrief
  scope: Scope
  /** Absent or null: the whole month. */
  days?: Days | null
  /** Of which it is; absent or null: of all that happened. */
  campaign?: { id: string; name: string } | null
  /** Of the campaigns; absent: none are told. */
  checklists?: readonly ChecklistFacts[]
  /** The unit's own; absent: the default. */
  template?: Template
  facts: Facts
  campaigns: readonly CampaignFacts[]
  /** Names of host units, of parts of the unit and of units that called for a campaign, in the tree's order. */
  unitNames: ReadonlyMap<string, string>
}

/** The same of months that are counted already. */
export interface CountedSource extends Omit<ReportSource, 'facts'> {
  month: Month
  /** Null: there is no period before to stand beside. */
  before: Month | null
  /** Published ones, for what comes next. */
  events: readonly EventFacts[]
}

export interface Material extends Omit<ReportSource, 'facts' | 'template' | 'days' | 'campaign'>, Month {
  template: Template
  words: ScopeWords
  figures: readonly Figure[]
  /** Published and not yet begun, the next first. */
  coming: readonly { event: EventFacts; session: SessionFacts }[]
}

export function materialOf({ month, before, events, days = null, campaign = null, template = plainTemplate, ...source }: CountedSource): Material {
  const { scope } = source
  const coming = events.filter((event) => event.status === 'published')
    .flatMap((event) => event.sessions.filter((session) => Date.parse(session.startsAt) > scope.now).map((session) => ({ event, session })))
    .sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt, 'en'))
  return {
    ...source, ...month, coming, template, words: wordsOfScope({ month: scope.month, days, campaign }),
    figures: before === null ? figuresOfMonth(month) : figuresBeside(month, before),
  }
}

export function figureNamed(material: Material, name: string): Figure | null {
  return material.figures.find((figure) => figure.name === name) ?? null
}

/** The token that prints a figure; null where there is no number to print. */
export function token(material: Material, name: string): Run | null {
  const figure = figureNamed(material, name)
  const print = figure && printFigure(figure)
  return print === null ? null : { figure: name, print }
}

export function unitOf(path: readonly string[]): string {
  return path[path.length - 1] ?? ''
}

/** The part of the unit that a fact below it belongs to; the unit itself for its own facts. */
export function partOf(path: readonly string[], unitId: string): string {
  return path[path.indexOf(unitId) + 1] ?? unitId
}

export function nameOf(material: Material, unitId: string): string {
  return unitId === material.unit.id ? material.unit.name : material.unitNames.get(unitId) ?? ''
}
