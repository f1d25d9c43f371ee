/** What tests of functions share: the world `empty` and an event in it, as 林主任 would have made it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer, Call, Output } from '../../contract/call'
import { createEvent } from '../../contract/events/create'
import { publishEvent } from '../../contract/events/publish'
import { whoAmI } from '../../contract/people/who-am-i'
import type { cancelRegistration } from '../../contract/registrations/cancel'
import { callFunction, type Sent } from '../../emulator/world/call-function'
import { personKeyOf, type CastId } from '../../emulator/world/cast'
import { openWorld, type OpenWorld, type WorldOptions } from '../../emulator/world/open-world'
import { personalDataInLogs } from '../personal-data/scan-logs'

/** 19:00 in Shanghai on the day at which the world stands (18:20). */
export const evening = '2026-11-27T11:00:00.000Z'

export interface Evening extends OpenWorld {
  /** Somebody who is not of the cast; where nobody knows them yet they say who-am-i first, as the mini-program does. */
  callAs<C extends Call>(openid: string, call: C, input: Sent<C>): Promise<Answer<C>>
  /** A draft of 林主任 with one session of 3 places this evening, unless told otherwise. */
  plan(more?: Partial<Sent<typeof createEvent>>): Promise<string>
  /** The same, published. */
  publish(more?: Partial<Sent<typeof createEvent>>): Promise<string>
  /** What a cast person's screen sends to give back the registration that it shows. */
  shown(castId: CastId, eventId: string): Sent<typeof cancelRegistration>
}

export async function openEvening(options: Omit<WorldOptions, 'name'> = {}): Promise<Evening> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'linli-'))
  const world = await openWorld({ ...options, dataDir, name: 'empty' })
  const plan: Evening['plan'] = async (more = {}) => {
    const input = { recordId: newRecordId(), kind: 'gala' as const, title: '邻里文艺晚会', hostUnitId: 'yuyin', placeName: '社区活动室', sessions: [session(0)], ...more }
    return valueOf(await world.call('lin', createEvent, input)).eventId
  }
  return {
    ...world,
    async callAs(openid, call, input) {
      const isNew = world.cloud.db.count('openids', { _id: openid }) === 0
      if (isNew && call.name !== whoAmI.name) valueOf(await callFunction(world.cloud, openid, whoAmI, {}))
      return callFunction(world.cloud, openid, call, input)
    },
    plan,
    /** No test leaves an openid, a phone or a name in a log. */
    async stop() {
      await world.stop()
      const told = personalDataInLogs(dataDir)
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
      if (told.length > 0) throw new Error(`personal data in the logs:\n${told.slice(0, 5).join('\n')}`)
    },
    shown(castId, eventId) {
      const [record] = world.cloud.db.find('registrations', { _id: `${eventId}:${personKeyOf(castId)}` })
      const { recordId = newRecordId(), sessions = ['s1'], partySize = 1 } = (record ?? {}) as { recordId?: string; sessions?: string[]; partySize?: number }
      return { eventId, was: recordId, sessionIds: sessions.map((key) => `${eventId}-${key}`), partySize }
    },
    async publish(more) {
      const eventId = await plan(more)
      valueOf(await world.call('lin', publishEvent, { eventId }))
      return eventId
    },
  }
}

/** A session of an hour and a half, so many days after this evening; `null`: without a number of places. */
export function session(daysLater: number, capacity: number | null = 3) {
  const startsAt = Date.parse(evening) + daysLater * 86_400_000
  return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + 5_400_000).toISOString(), ...(capacity !== null && { capacity }) }
}

let made = 0
export function newRecordId(): string {
  made += 1
  return `record-${String(made).padStart(12, '0')}`
}

/** The value, or a failing test that names the refusal. */
export function valueOf<C extends Call>(answer: Answer<C>): Output<C> {
  if (!answer.ok) throw new Error(`refused: ${answer.failure} ${answer.message ?? ''}`)
  return answer.value
}

/** The refusal, or a failing test. */
export function failureOf(answer: Answer<Call>): string {
  if (answer.ok) throw new Error(`not refused: ${JSON.stringify(answer.value)}`)
  return answer.failure
}
