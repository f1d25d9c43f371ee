/** An event in the words of its file: record sheet, short report, sessions. Only what is known stands in it; every number is counted. Pure. */
import { eventKinds } from '../../../contract/events/kinds'
import type { EventRecord, SessionRecord } from '../../_shared/records/events'
import { shanghaiClock } from '../../_shared/rules/calendar'
import { printNumber, printSplit } from '../../_shared/rules/figure-print'
import type { HeldSession } from '../../_shared/rules/held-sessions'
import { howHeld } from '../../_shared/rules/report/event-sentences'
import { sumOf, type Sum } from '../../_shared/rules/soft-sum'
import type { EventFile, SessionRow } from '../document/event-file'

/** `held`: as they count now or were approved; `now`: only where that is otherwise by now, by session. */
interface Told { event: EventRecord; campaign: string | null; parties: number; people: number; held: readonly HeldSession[]; now: ReadonlyMap<string, HeldSession | null>; photos: number }

export function eventTold(told: Told): Pick<EventFile, 'record' | 'told' | 'sessions'> {
  return { record: recordOf(told), told: sentencesOf(told), sessions: sessionRows(told) }
}

function recordOf({ event, campaign, parties, people }: Told): EventFile['record'] {
  const parts = ['主办', '承办', '协办', '支持'] as const
  const organisers = parts.flatMap((part) => { const names = event.organisers.filter((one) => one.part === part).map(({ name }) => name); return names.length > 0 ? [{ name: part, said: names.join('、') }] : [] })
  return [
    { name: '活动名称', said: event.title }, { name: '类型', said: eventKinds[event.kind].zh }, { name: '举办单位', said: event.host.name }, ...organisers,
    { name: '时间', said: event.sessions.map(whenZh).join('；') }, { name: '地点', said: event.placeName },
    ...(campaign === null ? [] : [{ name: '主题活动', said: campaign }]),
    { name: '报名', said: event.countOnly ? '不报名，只清点人数' : parties === 0 ? '没有报名' : `${parties}家，${people}人` },
  ]
}

function sentencesOf({ event, held, photos, now }: Told): string[] {
  const days = [...new Set(held.map(({ session }) => session.on))].sort()
  const [first = event.firstOn, last] = [days[0], days.at(-1)]
  const when = `${dayZh(first, true)}${last !== undefined && last !== first ? `至${dayZh(last, last.slice(0, 4) !== first.slice(0, 4))}` : ''}`
  const counted = held.flatMap(({ room, softness }) => (room ? [{ room, softness }] : []))
  const sum = sumOf(counted.map(({ room, softness }) => ({ value: room.attendances, softness })))
  const split = { signedIn: total(counted, 'signedIn'), walkIns: total(counted, 'walkIns'), unregistered: total(counted, 'unregistered') }
  const how = printSplit(split, sum.softness)
  const people = new Set(held.flatMap(({ personKeys }) => personKeys)).size
  const pairs = held.reduce((all, { personKeys }) => all + personKeys.length, 0)
  const corrections = held.flatMap(({ session, room }) => {
    const is = now.get(session.id)
    return is === undefined ? [] : [`${dayZh(session.on)}的一场办结后有更正：批准时${printed(room?.attendances)}，现为${printed(is?.room?.attendances)}。`]
  })
  return [
    `${when}，${event.host.name}在${event.placeName}${howHeld(event)}${held.length > 1 ? `，共${held.length}场` : ''}。`,
    counted.length === 0 ? '现场没有清点人数。' : `${held.length > counted.length ? `其中${counted.length}场清点了人数，` : ''}共有${printNumber(sum)}人次参加${how ? `（${how}）` : ''}${namedOf(people, pairs, sum)}。`,
    ...(event.programme.length > 0 ? [`节目单上有${event.programme.length}个节目${formsOf(event)}。`] : []),
    ...(photos > 0 ? [`留有现场照片${photos}张。`] : []),
    ...corrections,
  ]
}

/** Told only where at least half of 人次 are known by name. `pairs`: of a person and a session. */
function namedOf(people: number, pairs: number, { value, softness }: Sum): string {
  if (people === 0 || pairs * 2 < value) return ''
  return `，其中实名${people}人${value > pairs ? `，另有${printNumber({ value: value - pairs, softness })}人次未实名` : ''}`
}

function formsOf({ programme }: EventRecord): string {
  const forms = [...new Set(programme.flatMap(({ form }) => (form ? [form] : [])))]
  return forms.length > 0 ? `，有${forms.slice(0, 6).join('、')}${forms.length > 6 ? '等' : ''}` : ''
}

function sessionRows({ event, held }: Told): SessionRow[] {
  const byId = new Map(event.sessions.map((session) => [session.id, session]))
  return held.map(({ session, room, softness }) => {
    const known = byId.get(session.id)
    return {
      when: known ? whenZh(known) : dayZh(session.on), attendances: room ? printNumber({ value: room.attendances, softness }) : '',
      split: room ? printSplit(room, softness) : '未清点',
    }
  })
}

function whenZh({ on, startsAt, endsAt }: SessionRecord): string {
  return `${dayZh(on, true)} ${shanghaiClock(startsAt)}－${shanghaiClock(endsAt)}`
}

function dayZh(on: string, withYear = false): string {
  return `${withYear ? `${on.slice(0, 4)}年` : ''}${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`
}

const printed = (attendances: number | undefined) => (attendances === undefined ? '没有计数' : `${attendances}人次`)

function total(counted: readonly { room: { signedIn: number; walkIns: number; unregistered: number } }[], part: 'signedIn' | 'walkIns' | 'unregistered'): number {
  return counted.reduce((sum, { room }) => sum + room[part], 0)
}
