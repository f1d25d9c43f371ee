/** Events as a report tells them: one of its kind is named with day and place, several are counted and then named by day. Pure. */
import { eventKinds, type EventKind } from '../../../../contract/events/kinds'
import type { Run } from '../../../../contract/reports/report'
import { eventToken } from '../../../../contract/reports/token'
import { attendancesName, classSessionsName, heldName } from '../figure-catalogue'
import { sessionsOf } from '../figures'
import type { EventFacts, HeldSession, SessionFacts } from '../held-sessions'
import { figureNamed, nameOf, partOf, token, unitOf, type Material } from './material'
import { runs, unique, type Piece } from './sentence'
import type { EventGap } from './template/gaps'
import { said, type Fillings } from './template/say'

/** The verb of a kind, and the words by which a title says its kind itself. */
const manners: Record<EventKind, { verb: string; says: RegExp }> = {
  gala: { verb: '举办', says: /汇演|演出|晚会|联欢/ },
  seminar: { verb: '召开', says: /会$/ },
  work_meeting: { verb: '召开', says: /会$/ },
  mobilisation_meeting: { verb: '召开', says: /会$/ },
  study_session: { verb: '组织', says: /会$|学习/ },
  training_class: { verb: '举办', says: /班$|培训/ },
  skills_training: { verb: '举办', says: /培训|班$/ },
  talk: { verb: '举办', says: /讲/ },
  publicity_stall: { verb: '开展', says: /宣传/ },
  free_clinic: { verb: '开展', says: /义诊/ },
  selection: { verb: '开展', says: /评/ },
  donation_drive: { verb: '开展', says: /捐/ },
  recreation: { verb: '开展', says: /./ },
  volunteering: { verb: '开展', says: /志愿/ },
  other: { verb: '开展', says: /./ },
}

/** More are left to the table of events. */
const namedAtMost = 6

/** All of one kind in the scope, without the full stop; null when none was held. */
export function sentenceOfKind(material: Material, kind: EventKind): Piece {
  if (sessionsOf(material, kind).length === 0) return null
  const { single, several } = material.template
  const one = singleOf(material, kind)
  if (one) return said(single, { ...gapsOfHeld(material, one), ...numbersOf(material, kind), 起: kind === 'training_class' && token(material, classSessionsName) ? '起' : null })
  return said(several, { 怎样办: manners[kind].verb, 种类: eventKinds[kind].zh, ...numbersOf(material, kind) })
}

/** Several of one kind by day and title, the same title once; null for a single one, which is named already. */
export function listOfKind(material: Material, kind: EventKind): Piece {
  const sessions = sessionsOf(material, kind)
  if (sessions.length === 0 || singleOf(material, kind)) return null
  const daysOf = new Map<string, string[]>()
  for (const { event, session } of sessions) {
    const host = hostOf(material, event)
    const title = event.title === eventKinds[kind].zh ? '' : quoted(event.title)
    const what = `${host}${title && host ? '的' : ''}${title}`
    daysOf.set(what, [...(daysOf.get(what) ?? []), dayZh(session.on)])
  }
  const named = [...daysOf].slice(0, namedAtMost).map(([what, days]) => `${unique(days).join('、')}${what}`)
  return said(material.template.list, { 各场: named.join('、'), 还有别的: daysOf.size > namedAtMost ? '等' : null, 活动附表: '附表2' })
}

/** 9月12日，在社区活动室召开座谈会“…” */
export function held(material: Material, one: Held): Piece {
  return said(material.template.single, gapsOfHeld(material, one))
}

interface Held { event: EventFacts; session: SessionFacts }

function gapsOfHeld(material: Material, { event, session }: Held): Fillings<EventGap> {
  return { 日期: dayZh(session.on), 举办单位: hostOf(material, event), 地点: event.placeName, 怎样办: manners[event.kind].verb, 种类: eventKinds[event.kind].zh, 活动: named(event) }
}

function numbersOf(material: Material, kind: EventKind): Fillings<EventGap> {
  return {
    本期: material.words.during, 场次: token(material, heldName(kind)), 人次: attendancesOf(material, kind),
    课次: kind === 'training_class' ? token(material, classSessionsName) : null,
  }
}

/** 60人次（含现场清点）: what rests on a count of heads says so, whatever the template. */
function attendancesOf(material: Material, kind: EventKind): Piece {
  const split = figureNamed(material, attendancesName(kind))?.split
  return marked(token(material, attendancesName(kind)), split ? [split] : [])
}

function marked(run: Run | null, rooms: readonly { signedIn: number; walkIns: number; unregistered: number }[]): Piece {
  if (run === null || rooms.every(({ unregistered }) => unregistered === 0)) return run
  return [run, rooms.some(({ signedIn, walkIns }) => signedIn + walkIns > 0) ? '（含现场清点）' : '（现场清点）']
}

interface ToldEvent { eventId: string; partId: string; title: string; on: string; runs: Run[] }

/** Every event by itself, by its first day: for whoever chooses which of them the report tells. `prints`: what each token prints. */
export function eventsTold(material: Material, prints: ReadonlyMap<string, string>): ToldEvent[] {
  return unique(material.held.map(({ event }) => event._id)).map((eventId) => {
    const sessions = material.held.filter(({ event }) => event._id === eventId)
    const first: HeldSession = sessions[0]!
    const print = prints.get(eventToken(eventId))
    const run = print === undefined ? null : { figure: eventToken(eventId), print }
    const sentence = said(material.template.single, {
      ...gapsOfHeld(material, first), 起: unique(sessions.map(({ session }) => session.on)).length > 1 ? '起' : null,
      人次: marked(run, sessions.flatMap(({ room }) => (room ? [room] : []))),
    })
    return { eventId, partId: partOf(first.event.path, material.unit.id), title: first.event.title, on: first.session.on, runs: runs(sentence, '。') }
  })
}

export function dayZh(on: string): string {
  return `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`
}

function singleOf(material: Material, kind: EventKind): Held | null {
  const sessions = sessionsOf(material, kind)
  const isSingle = kind === 'training_class' ? unique(sessions.map((one) => one.event._id)).length === 1 : sessions.length === 1
  return isSingle ? sessions[0] ?? null : null
}

function named({ kind, title }: EventFacts): string {
  const { zh } = eventKinds[kind]
  if (title === zh) return zh
  return manners[kind].says.test(title) ? quoted(title) : `${zh}${quoted(title)}`
}

/** 召开座谈会“…”, of an event alone. */
export function howHeld(event: EventFacts): string {
  return `${manners[event.kind].verb}${named(event)}`
}

function quoted(title: string): string {
  return `“${title.replace(/[“"]/g, '‘').replace(/[”]/g, '’')}”`
}

/** Named only where it is not the unit itself that reports. */
function hostOf(material: Material, event: EventFacts): string {
  const host = unitOf(event.path)
  return host === material.unit.id ? '' : nameOf(material, host)
}
