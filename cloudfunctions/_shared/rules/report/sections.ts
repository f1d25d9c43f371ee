/**
 * The sections of a report (product.md, The report): a template's sentences over what happened. Each says what is there or says nothing. Here stands what
 * fills the gaps of a section; those of events and entries stand beside. Pure.
 */
import { eventKindNames, eventKinds, type EventKind } from '../../../../contract/events/kinds'
import type { Report, Run } from '../../../../contract/reports/report'
import type { Figure } from '../../../../contract/totals/figure'
import type * as v from 'valibot'
import { everybodyName } from '../figure-catalogue'
import { broughtOverSentence, countedSentence, uncountedActs } from './entry-sentences'
import { held, listOfKind, sentenceOfKind } from './event-sentences'
import { figureNamed, nameOf, partOf, token, unitOf, type Material } from './material'
import { joined, listed, runs, unique, type Piece } from './sentence'
import type { SectionGap } from './template/gaps'
import { said, type Fillings } from './template/say'

type Sections = v.InferOutput<typeof Report>['sections']

const preparing: readonly EventKind[] = ['work_meeting', 'mobilisation_meeting']
const publicising: readonly EventKind[] = ['study_session', 'seminar', 'talk', 'publicity_stall']
/** Units in one sentence. */
const namedAtMost = 8
/** Between paragraphs that one gap fills. */
const newParagraph = '\u2029'

export function sectionsOf(material: Material): Sections {
  const { sections, nothing } = material.template
  const filled = fillingsOf(material)
  if (isEmpty(material)) return [{ kind: 'opening', heading: null, paragraphs: paragraphsOf(nothing.map((line) => said(line, filled))) }]
  return numbered(sections.flatMap(({ kind, heading, paragraphs }) => {
    const told = paragraphs.flatMap((lines) => paragraphsOf(lines.map((line) => said(line, filled))))
    return told.length === 0 ? [] : [{ kind, heading, paragraphs: told }]
  }))
}

function paragraphsOf(pieces: readonly Piece[]): Run[][] {
  const all: Run[][] = [[]]
  for (const run of runs(...pieces)) {
    if (!('text' in run)) { all[all.length - 1]!.push(run); continue }
    for (const [index, text] of run.text.split(newParagraph).entries()) {
      if (index > 0) all.push([])
      if (text !== '') all[all.length - 1]!.push({ text })
    }
  }
  return all.filter((paragraph) => paragraph.length > 0)
}

function isEmpty({ held: sessions, entries }: Material): boolean {
  return sessions.length + entries.length === 0
}

function fillingsOf(material: Material): Fillings<SectionGap> {
  const { words, unit } = material
  return {
    时间: words.when, 本期: words.during, 全期: words.whole, 单位: unit.name,
    情况: listed([...(material.held.length > 0 ? ['活动'] : []), ...(material.entries.length > 0 ? ['工作'] : [])]),
    ...ofCampaigns(material), ...ofUnits(material), ...ofPublicity(material), ...ofActivities(material), ...ofChecklists(material), ...ofRecord(material),
  }
}

function ofCampaigns({ campaigns, unit, ...material }: Material): Fillings<SectionGap> {
  const [first, ...others] = campaigns
  if (!first) return {}
  const called = calledCampaign
  return {
    安排单位: unitOf(first.path) === unit.id ? null : nameOf({ ...material, campaigns, unit }, unitOf(first.path)),
    主题: first.theme ?? null, 主题活动: called(first),
    同期活动: listed(others.map((one) => `${called(one)}${one.theme ? `（主题为“${one.theme}”）` : ''}`)),
  }
}

/** Each item in its own words; none are counted, so nothing here is a number of ours. */
function ofChecklists({ checklists = [] }: Material): Fillings<SectionGap> {
  const told = checklists.map(({ name, done, open }) => {
    if (open.length === 0) return `“${name}”各项都有记录：${done.join('；')}`
    return done.length === 0 ? `“${name}”各项还没有记录` : `“${name}”中已有记录的是：${done.join('；')}；还没有的是：${open.join('；')}`
  })
  return { 清单: told.length > 0 ? told.join('。') : null }
}

function ofUnits(material: Material): Fillings<SectionGap> {
  const organisers = (['主办', '承办', '协办', '支持'] as const).flatMap((part) => {
    const names = unique(material.held.flatMap(({ event }) => event.organisers.filter((one) => one.part === part).map((one) => one.name)))
    return names.length === 0 ? [] : [`${listed(names)}${part}`]
  })
  const hosts = namesOf(material, material.held.map(({ event }) => event.path))
  const workers = namesOf(material, material.entries.map((entry) => entry.path))
  return {
    部署活动: sentences(preparing.map((kind) => told(material, kind))),
    组织单位: named(hosts), 各自组织: hosts.length > 1 ? '分别' : null, 主办承办: organisers.join('，'),
    记录单位: named(workers), 各自记录: workers.length > 1 ? '分别' : null,
  }
}

function ofPublicity(material: Material): Fillings<SectionGap> {
  const uncounted = uncountedActs(material, 'publicity')
  return {
    宣传数字: countedSentence(material, 'publicity'), 宣传未计数: listed(uncounted), 宣传未计数几项: uncounted.length > 1 ? uncounted.join('、') : null,
    宣传活动: sentences(publicising.map((kind) => sentenceOfKind(material, kind))),
  }
}

function ofActivities(material: Material): Fillings<SectionGap> {
  // As the month went: the kind whose first event came first. What publicity or organisation has named is not told twice.
  const kinds = unique(material.held.map((one) => one.event.kind)).filter((kind) => !preparing.includes(kind))
  const single = kinds.filter((kind) => !publicising.includes(kind) && !listOfKind(material, kind))
  const several = kinds.filter((kind) => listOfKind(material, kind) !== null)
  return {
    逐类活动: joined(several.map((kind) => [told(material, kind), '。']), newParagraph),
    单场活动: sentences(single.map((kind) => sentenceOfKind(material, kind))),
    ...people(material),
    工作数字: countedSentence(material, 'work'), 工作未计数: listed(uncountedActs(material, 'work')),
  }
}

/** 人数 stands in the text only where at least half of 人次 are known by key (product.md). */
function people(material: Material): Fillings<SectionGap> {
  const everybody = figureNamed(material, everybodyName)
  const attendances = material.held.reduce((sum, { room }) => sum + (room?.attendances ?? 0), 0)
  const unnamed = everybody?.unnamed ?? 0
  if (!everybody || (attendances - unnamed) * 2 < attendances) return {}
  return { 人数: token(material, everybodyName), 有未实名: unnamed > 0 ? '有' : null }
}

/** What the record holds and what it lacks, and what is arranged. */
function ofRecord(material: Material): Fillings<SectionGap> {
  const kinds = eventKindNames.filter((kind) => material.held.some((one) => one.event.kind === kind)).map((kind) => eventKinds[kind].zh)
  const work = material.figures.filter((figure) => figure.group === 'work' && isRecorded(figure)).map((figure) => figure.zh)
  const done = [...kinds, ...(material.figures.some((figure) => figure.group === 'publicity' && isRecorded(figure)) ? ['宣传'] : []), ...work]
  const kindsUncounted = unique(material.held.filter((one) => one.room === null).map((one) => eventKinds[one.event.kind].zh))
  const uncounted = [...uncountedActs(material, 'publicity'), ...uncountedActs(material, 'work')]
  const soft = material.figures.filter((figure) => figure.softness !== 'exact').map((figure) => figure.zh)
  const gaps = [
    ...(kindsUncounted.length > 0 ? [`${listed(kindsUncounted)}没有清点到场的人`] : []),
    ...(uncounted.length > 0 ? [`${listed(uncounted)}没有计数`] : []),
    ...(soft.length > 0 ? [`${listed(soft)}不是准确数`] : []),
  ]
  const coming = material.coming.slice(0, 4).map((one) => held(material, one))
  return {
    有记录的事: done.length > 6 ? `${done.slice(0, 6).join('、')}等` : listed(done),
    有数字: material.figures.some((figure) => (figure.group !== 'events' && figure.value !== null) || figure.split) ? '有' : null,
    引用数: broughtOverSentence(material),
    缺漏: gaps.join('；'),
    已安排的活动: coming.length > 0 ? [joined(coming, '；'), material.coming.length > coming.length ? '等' : null] : null,
  }
}

/** Brought over and nothing else: that stands in a sentence of its own with its source, and is no record of ours. */
function isRecorded({ value, uncounted }: Figure): boolean {
  return value !== null || uncounted > 0
}

/** All of a kind and, where there are several, their list. */
function told(material: Material, kind: EventKind): Piece {
  const sentence = sentenceOfKind(material, kind)
  const list = listOfKind(material, kind)
  return list === null ? sentence : [sentence, '，', list]
}

/** With full stops between them, the last without: the template ends the sentence. */
function sentences(all: readonly Piece[]): Piece {
  return joined(all.filter((piece) => piece !== null), '。')
}

/** A district has a hundred communities; the table by unit names them all. */
function named(units: readonly string[]): string {
  return units.length > namedAtMost ? `${units.slice(0, namedAtMost).join('、')}等` : listed(units)
}

/** The unit itself or the parts right below it, in the tree's order: a street names its communities, not their grids. */
export function partsNamed(material: Material, paths: readonly (readonly string[])[]): { id: string; name: string }[] {
  const parts = unique(paths.map((path) => partOf(path, material.unit.id)))
  const order = [material.unit.id, ...material.unitNames.keys()]
  return parts.sort((a, b) => order.indexOf(a) - order.indexOf(b)).map((id) => ({ id, name: nameOf(material, id) }))
}

function namesOf(material: Material, paths: readonly (readonly string[])[]): string[] {
  return partsNamed(material, paths).map(({ name }) => name)
}

/** 第十二个文明礼仪宣传月活动 */
export function calledCampaign({ ordinal = '', name }: { ordinal?: string; name: string }): string {
  return `${ordinal}${withActivity(name)}`
}

function withActivity(name: string): string {
  return name.endsWith('活动') ? name : `${name}活动`
}

/** 一、二、… over the sections that are there. */
export function numbered(all: Sections): Sections {
  let number = 0
  return all.map((section) => {
    if (section.heading === null) return section
    number += 1
    return { ...section, heading: `${'一二三四五六七'[number - 1]}、${section.heading}` }
  })
}
