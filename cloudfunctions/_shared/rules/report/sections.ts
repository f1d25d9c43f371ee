/**
 * The sections of a report (product.md, The report). Our own plain sentences: each says what happened or says nothing,
 * none praises, promises or supposes. Pure.
 */
import { eventKindNames, eventKinds, type EventKind } from '../../../../contract/events/kinds'
import type { Figure } from '../../../../contract/totals/figure'
import { everybodyName } from '../figure-catalogue'
import { held, listOfKind, sentenceOfKind } from './event-sentences'
import { countedSentence, uncountedActs, uncountedSentence } from './entry-sentences'
import { figureNamed, nameOf, partOf, token, unitOf, type Material } from './material'
import { listed, unique, type Piece } from './sentence'

const preparing: readonly EventKind[] = ['work_meeting', 'mobilisation_meeting']
const publicising: readonly EventKind[] = ['study_session', 'seminar', 'talk', 'publicity_stall']

export function isEmpty({ held: sessions, entries }: Material): boolean {
  return sessions.length + entries.length === 0
}

export function opening(material: Material): Piece[] {
  const { unit, campaigns, scope } = material
  const when = `${Number(scope.month.slice(0, 4))}年${Number(scope.month.slice(5))}月`
  if (isEmpty(material)) return [`${when}，${unit.name}还没有活动和工作记录。`]
  const [first, ...others] = campaigns
  const happened = listed([material.held.length > 0 && '活动', material.entries.length > 0 && '工作'].filter((word) => word !== false))
  if (!first) return [`${when}，${unit.name}的${happened}情况如下。`]
  const caller = unitOf(first.path) === unit.id ? '' : nameOf(material, unitOf(first.path))
  const also = others.map((campaign) => `${campaign.ordinal ?? ''}${withActivity(campaign.name)}${campaign.theme ? `（主题为“${campaign.theme}”）` : ''}`)
  return [[
    `${when}，${caller && `按照${caller}的安排，`}${unit.name}${first.theme ? `以“${first.theme}”为主题，` : ''}开展${first.ordinal ?? ''}${withActivity(first.name)}`,
    also.length > 0 ? `，同期开展${listed(also)}` : null,
    `。现将${happened}情况总结如下。`,
  ]]
}

export function organisation(material: Material): Piece[] {
  const meetings = sentences(preparing.map((kind) => [sentenceOfKind(material, kind), listOfKind(material, kind)]))
  const organisers = (['主办', '承办', '协办', '支持'] as const).flatMap((part) => {
    const names = unique(material.held.flatMap(({ event }) => event.organisers.filter((one) => one.part === part).map((one) => one.name)))
    return names.length === 0 ? [] : [`${listed(names)}${part}`]
  })
  const hosts = namesOf(material, material.held.map(({ event }) => event.path))
  const workers = namesOf(material, material.entries.map((entry) => entry.path))
  const who = sentences([
    [hosts.length > 0 ? `活动由${listed(hosts)}${hosts.length > 1 ? '分别' : ''}组织` : null, organisers.length > 0 ? `，其中${organisers.join('，')}` : null],
    [workers.length > 0 ? `宣传和日常工作由${listed(workers)}${workers.length > 1 ? '分别' : ''}记录` : null],
  ])
  return [[meetings, who]]
}

export function publicity(material: Material): Piece[] {
  const counted = countedSentence(material, 'publicity')
  const said = sentences([[counted], [uncountedSentence(material, 'publicity', counted !== null)]])
  const events = sentences(publicising.map((kind) => [sentenceOfKind(material, kind)]))
  return [said, events]
}

export function activities(material: Material): Piece[] {
  // As the month went: the kind whose first event came first. What publicity or organisation has named is not told twice.
  const kinds = unique(material.held.map((one) => one.event.kind)).filter((kind) => !preparing.includes(kind))
  const single = kinds.filter((kind) => !publicising.includes(kind) && !listOfKind(material, kind))
  const several = kinds.flatMap((kind): Piece[] => {
    const list = listOfKind(material, kind)
    return list ? [sentences([[sentenceOfKind(material, kind)], [list]], '，')] : []
  })
  const counted = countedSentence(material, 'work')
  const work = sentences([[counted && ['全月', counted]], [uncountedSentence(material, 'work', counted !== null)]])
  return [...several, sentences(single.map((kind) => [sentenceOfKind(material, kind)])), people(material), work]
}

/** 人数 stands in the text only where at least half of 人次 are known by key (product.md). */
function people(material: Material): Piece {
  const everybody = figureNamed(material, everybodyName)
  if (!everybody) return null
  const attendances = material.held.reduce((sum, { room }) => sum + (room?.attendances ?? 0), 0)
  const unnamed = everybody.unnamed ?? 0
  if ((attendances - unnamed) * 2 < attendances) return null
  return ['参加活动的居民中实名的有', token(material, everybodyName), unnamed > 0 ? '，其余没有登记姓名' : null, '。']
}

export function achievements(material: Material): Piece[] {
  const kinds = eventKindNames.filter((kind) => material.held.some((one) => one.event.kind === kind)).map((kind) => eventKinds[kind].zh)
  const work = material.figures.filter((figure) => figure.group === 'work' && isRecorded(figure)).map((figure) => figure.zh)
  const publicised = material.figures.some((figure) => figure.group === 'publicity' && isRecorded(figure)) ? ['宣传'] : []
  const done = [...kinds, ...publicised, ...work]
  const said = done.length > 6 ? `${done.slice(0, 6).join('、')}等` : listed(done)
  const hasNumbers = material.figures.some((figure) => figure.group !== 'events' && figure.value !== null || figure.split)
  return [`本月${said}均有记录。${hasNumbers ? '文中数字由现场记录和工作记录汇总，可以逐项查对。' : '各项情况可以按附表逐项查对。'}`]
}

export function shortcomings(material: Material): Piece[] {
  const uncounted = [...uncountedActs(material, 'publicity'), ...uncountedActs(material, 'work')]
  const kindsUncounted = unique(material.held.filter((one) => one.room === null).map((one) => eventKinds[one.event.kind].zh))
  const soft = material.figures.filter((figure) => figure.softness !== 'exact').map((figure) => figure.zh)
  const gaps = [
    kindsUncounted.length > 0 ? `${listed(kindsUncounted)}没有清点到场的人` : null,
    uncounted.length > 0 ? `${listed(uncounted)}没有计数` : null,
    soft.length > 0 ? `${listed(soft)}不是准确数` : null,
  ].filter((gap) => gap !== null)
  return [gaps.length > 0 ? `记录还不够完整：${gaps.join('；')}。` : '从本月的记录看，没有需要单独说明的问题。']
}

export function nextSteps(material: Material): Piece[] {
  const coming = material.coming.slice(0, 4).map((one) => held(material, one))
  const others = material.coming.length > coming.length ? '等' : ''
  if (coming.length > 0) return [`已经安排的活动有：${coming.join('；')}${others}。`]
  return ['下一步的活动还没有发布。']
}

/** Brought over and nothing else: that stands in the table with its source, and is no record of ours. */
function isRecorded({ value, uncounted }: Figure): boolean {
  return value !== null || uncounted > 0
}

/** Each said sentence with its full stop; silent ones leave no trace. */
function sentences(all: readonly Piece[][], mark = '。'): Piece {
  const said = all.filter((pieces) => pieces.some((piece) => piece !== null))
  return said.length === 0 ? null : said.map((pieces, index) => [pieces, index === said.length - 1 ? '。' : mark])
}

/** The unit itself or the parts right below it, in the tree's order: a street names its communities, not their grids. */
function namesOf(material: Material, paths: readonly (readonly string[])[]): string[] {
  const parts = unique(paths.map((path) => partOf(path, material.unit.id)))
  const order = [material.unit.id, ...material.unitNames.keys()]
  return parts.sort((a, b) => order.indexOf(a) - order.indexOf(b)).map((id) => nameOf(material, id))
}

function withActivity(name: string): string {
  return name.endsWith('活动') ? name : `${name}活动`
}
