/** Who signed in at an event, by session and time, with names masked: from the registrations, from people that are known there by 称呼, and from who walked in. */
import type { EventRecord } from '../../_shared/records/events'
import type { AttendanceRecord, Mark, WalkInRecord } from '../../_shared/records/facts'
import { findPeople } from '../../_shared/records/people'
import { registrationsFor } from '../../_shared/records/registrations'
import { maskedName } from '../../_shared/rules/masked-name'
import { compare, presenceOf } from '../../_shared/rules/presence'
import { walkInsThatStand } from '../../_shared/rules/room'
import type { SignedIn } from '../document/event-file'

const hows: Record<Mark['source'], string> = { tap: '现场签到', code: '扫码签到', paper: '纸质签到表', backfill: '补录' }
const noName = '未留称呼'

export async function signInListOf({ sessions, _id }: EventRecord, checkIns: readonly AttendanceRecord[], walkIns: readonly WalkInRecord[]): Promise<SignedIn[]> {
  const present = checkIns.flatMap((record) => { const presence = presenceOf(record); return presence ? [{ record, presence }] : [] })
  const registered = new Map((await registrationsFor(_id)).map(({ personKey, callName }) => [personKey, callName]))
  const others = await findPeople(present.map(({ record }) => record.personKey).filter((personKey) => !registered.has(personKey)))
  const nameOf = (personKey: string) => registered.get(personKey) ?? others.get(personKey)?.callName ?? null
  return sessions.flatMap(({ id, on }) => {
    const session = `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`
    const row = (callName: string | null, people: number, how: string): SignedIn => ({ session, callName: callName === null ? noName : maskedName(callName), people, how })
    const signed = present.filter(({ record }) => record.sessionId === id)
      .sort((a, b) => compare(a.presence.at, b.presence.at) || compare(a.record._id, b.record._id))
      .map(({ record, presence }) => row(nameOf(record.personKey), presence.present, hows[record.marks[presence.marks.at(-1) ?? '']?.source ?? 'tap']))
    const walked = walkInsThatStand(walkIns.filter(({ sessionId }) => sessionId === id)).map(({ callName, people }) => row(callName, people, '现场登记'))
    return [...signed, ...walked]
  })
}
