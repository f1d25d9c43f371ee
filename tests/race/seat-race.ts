/**
 * Many people from several processes want few places of one event; wishes come more than once, answers get lost, and processes of
 * the function are killed. Says what people heard and what the database holds afterwards.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { eventRecord } from '../../cloudfunctions/_shared/records/events'
import { openidRecord } from '../../cloudfunctions/_shared/records/openids'
import { seatBookRecord, type SeatBookRecord } from '../../cloudfunctions/_shared/records/seat-books'
import { getEvent } from '../../contract/events/get'
import { myRegistrations } from '../../contract/registrations/mine'
import type { Cloud } from '../../emulator/cloud/start-cloud'
import { callFunction } from '../../emulator/world/call-function'
import { openWorld } from '../../emulator/world/open-world'
import { unitsOfTheWorld } from '../../emulator/world/units'
import { openDoor } from './door'

export interface Race {
  people: number
  places: number
  /** Absent: as built for upload. */
  functionsDir?: string
  /** Processes of the function, one request at a time each. */
  instances?: number
  /** Processes that send. */
  processes?: number
  /** How often one wish is sent at most. */
  sends?: number
  /** Share of the answers that nobody hears. */
  dropped?: number
  /** Processes of the function that are killed in the middle of a call, one after the other. */
  kills?: number
  /** How many people's positions are asked for afterwards, spread over the queue. */
  asked?: number
}

export interface RaceResult {
  /** People by what they heard; who heard different things is `differently`, who heard nothing `nothing`. */
  told: Record<string, number>
  sent: number
  killed: number
  /** Of the seat book. */
  left: number
  inBook: string[]
  /** Of the registration documents. */
  confirmed: string[]
  waitlisted: number
  /** What people are told of their position and what it is by the documents' order; only those that differ. */
  wrongPositions: string[]
  seconds: number
}

const eventId = 'race-event-000001'

export async function runSeatRace(race: Race): Promise<RaceResult> {
  const { people, places, functionsDir, instances = 4, processes = 4, sends = 2, dropped = 0, kills = 0, asked = 10 } = race
  const world = await openWorld({ name: 'empty', cloud: { instancesPerFunction: instances, ...(functionsDir && { functionsDir }) } })
  const door = await openDoor(world.cloud, processes)
  try {
    const event = eventOf(places)
    world.cloud.db.insertMany('events', [{ ...event, status: 'published' }])
    world.cloud.db.insertMany('seat-books', [{ ...seatBookRecord(event) }])
    world.cloud.db.insertMany('openids', Array.from({ length: people }, (_, person) => ({ ...openidRecord(`openid-race-${person}`, `p-race-${person}`, event.createdAt) })))
    // Warm, or else the first instance alone gives the places away while the others start.
    await Promise.all(Array.from({ length: instances }, () => world.call('li', myRegistrations, {})))
    const killing = killSome(world.cloud, kills)
    const shares = Array.from({ length: processes }, (_, index) => [Math.floor((people * index) / processes), Math.floor((people * (index + 1)) / processes) - 1])
    const printed = await Promise.all(shares.map(([first, last]) =>
      promisify(execFile)(process.execPath, [join(__dirname, 'client.mjs'), door.url, eventId, String(first), String(last), String(sends), String(dropped)], { maxBuffer: 1e8 })))
    const seconds = (performance.now() - door.openedAt()) / 1000
    const killed = killing.stop()
    world.cloud.faults.disarm()
    const said = printed.map(({ stdout }) => JSON.parse(stdout) as { heard: [number, string[]][]; sent: number })
    // What the last kills left behind.
    await world.cloud.invoke('registrations', { source: 'timer' })
    const [book] = world.cloud.db.find('seat-books', { _id: eventId }) as unknown as SeatBookRecord[]
    const waiting = world.cloud.db.find('registrations', { eventId, status: 'waitlisted' }) as unknown as { _id: string; personKey: string; joinedAt: Date }[]
    waiting.sort((a, b) => Number(new Date(a.joinedAt)) - Number(new Date(b.joinedAt)) || (a._id < b._id ? -1 : 1))
    return {
      told: tally(said.flatMap(({ heard }) => heard)), sent: said.reduce((sum, one) => sum + one.sent, 0), killed, seconds,
      left: book?.left['s1'] ?? Number.NaN, inBook: Object.keys(book?.taken ?? {}).sort(),
      confirmed: world.cloud.db.find('registrations', { eventId, status: 'confirmed' }).map((one) => String(one['personKey'])).sort(),
      waitlisted: waiting.length, wrongPositions: await wrongPositions(world.cloud, waiting.map(({ personKey }) => personKey), asked),
    }
  } finally {
    await door.close()
    await world.stop()
  }
}

async function wrongPositions(cloud: Cloud, inOrder: readonly string[], asked: number): Promise<string[]> {
  const wrong: string[] = []
  for (let i = 0; i < Math.min(asked, inOrder.length); i += 1) {
    const index = asked === 1 ? 0 : Math.floor((i * (inOrder.length - 1)) / (Math.min(asked, inOrder.length) - 1 || 1))
    const personKey = inOrder[index] ?? ''
    const answer = await callFunction(cloud, personKey.replace(/^p-/, 'openid-'), getEvent, { eventId })
    const position = answer.ok ? answer.value.mine?.position : answer.failure
    if (position !== index + 1) wrong.push(`${personKey} is number ${index + 1} and reads ${String(position)}`)
  }
  return wrong
}

/** One at a time, at one of the first operations of a call, before or after it is done. */
function killSome({ faults }: Cloud, kills: number) {
  let killed = 0
  const arm = () => faults.arm({ functionName: 'registrations', fault: 'crash', moment: killed % 2 ? 'after' : 'before', operation: 2 + (killed % 4) })
  let armed = kills > 0 ? arm() : null
  const timer = setInterval(() => {
    if (armed?.struck == null) return
    killed += 1
    armed = killed < kills ? arm() : null
  }, 20)
  return {
    stop() {
      clearInterval(timer)
      return killed + (armed?.struck ? 1 : 0)
    },
  }
}

function eventOf(places: number) {
  return eventRecord(unitsOfTheWorld().yuyin, {
    id: eventId, kind: 'gala', title: '邻里文艺晚会', placeName: '社区活动室', organisers: [], programme: [], partyLimit: 6, countOnly: false,
    sessions: [{ startsAt: '2026-11-27T11:00:00.000Z', endsAt: '2026-11-27T12:30:00.000Z', capacity: places }],
  }, { by: 'p-lin', at: '2026-11-23T01:00:00.000Z' })
}

function tally(heard: readonly [number, string[]][]): Record<string, number> {
  const told: Record<string, number> = {}
  for (const [, answers] of heard) {
    const said = answers.length > 1 ? 'differently' : answers[0] ?? 'nothing'
    told[said] = (told[said] ?? 0) + 1
  }
  return told
}
