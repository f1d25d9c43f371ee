/**
 * Many people from four processes want few places of one event without a waitlist, and every request is sent twice.
 * Says what they were told and what the database holds afterwards.
 */
import { execFile } from 'node:child_process'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { eventRecord } from '../../cloudfunctions/_shared/records/events'
import { openidRecord } from '../../cloudfunctions/_shared/records/openids'
import { seatBookRecord, type SeatBookRecord } from '../../cloudfunctions/_shared/records/seat-books'
import { myRegistrations } from '../../contract/registrations/mine'
import type { Cloud } from '../../emulator/cloud/start-cloud'
import { openWorld } from '../../emulator/world/open-world'
import { unitsOfTheWorld } from '../../emulator/world/units'

export interface Race {
  people: number
  places: number
  /** Absent: as built for upload. */
  functionsDir?: string
  /** Processes of the function, one request at a time each. */
  instances?: number
}

export interface RaceResult {
  /** People by what they were told; both answers to one person are the same, or it is `differently`. */
  told: Record<string, number>
  /** Of the seat book. */
  left: number
  inBook: string[]
  /** Of the registration documents. */
  confirmed: string[]
  seconds: number
}

const processes = 4
const eventId = 'race-event-000001'

export async function runSeatRace({ people, places, functionsDir, instances = 4 }: Race): Promise<RaceResult> {
  const world = await openWorld({ name: 'empty', cloud: { instancesPerFunction: instances, ...(functionsDir && { functionsDir }) } })
  const door = await openDoor(world.cloud)
  try {
    const event = eventOf(places)
    world.cloud.db.insertMany('events', [{ ...event, status: 'published' }])
    world.cloud.db.insertMany('seat-books', [{ ...seatBookRecord(event) }])
    world.cloud.db.insertMany('openids', Array.from({ length: people }, (_, person) => ({ ...openidRecord(`openid-race-${person}`, `p-race-${person}`, event.createdAt) })))
    // Warm, or else the first instance alone gives the places away while the others start.
    await Promise.all(Array.from({ length: instances }, () => world.call('li', myRegistrations, {})))
    const shares = Array.from({ length: processes }, (_, index) => [Math.floor((people * index) / processes), Math.floor((people * (index + 1)) / processes) - 1])
    const printed = await Promise.all(shares.map(([first, last]) =>
      promisify(execFile)(process.execPath, [join(__dirname, 'client.mjs'), door.url, eventId, String(first), String(last)], { maxBuffer: 1e8 })))
    const seconds = (performance.now() - door.openedAt()) / 1000
    const answers = printed.flatMap(({ stdout }) => JSON.parse(stdout) as [number, string][])
    const [book] = world.cloud.db.find('seat-books', { _id: eventId }) as unknown as SeatBookRecord[]
    return {
      told: tally(answers), left: book?.left['s1'] ?? Number.NaN, inBook: Object.keys(book?.taken ?? {}).sort(), seconds,
      confirmed: world.cloud.db.find('registrations', { eventId, status: 'confirmed' }).map((one) => String(one['personKey'])).sort(),
    }
  } finally {
    await door.close()
    await world.stop()
  }
}

function eventOf(places: number) {
  return eventRecord(unitsOfTheWorld().yuyin, {
    id: eventId, kind: 'gala', title: '邻里文艺晚会', placeName: '社区活动室', organisers: [], programme: [], partyLimit: 6, countOnly: false,
    sessions: [{ startsAt: '2026-11-27T11:00:00.000Z', endsAt: '2026-11-27T12:30:00.000Z', capacity: places }],
  }, { by: 'p-lin', at: '2026-11-23T01:00:00.000Z' })
}

function tally(answers: readonly [number, string][]): Record<string, number> {
  const byPerson = new Map<number, string[]>()
  for (const [person, answer] of answers) byPerson.set(person, [...(byPerson.get(person) ?? []), answer])
  const told: Record<string, number> = {}
  for (const [one, two] of byPerson.values()) {
    const said = one === two && one !== undefined ? one : 'differently'
    told[said] = (told[said] ?? 0) + 1
  }
  return told
}

/** The way in for other processes; it exists only here. It opens when all of them stand before it. */
async function openDoor(cloud: Cloud) {
  const waiting: ServerResponse[] = []
  let openedAt = Number.NaN
  const wait = (response: ServerResponse) => {
    if (waiting.push(response) < processes) return
    openedAt = performance.now()
    for (const one of waiting) one.end()
  }
  const server = createServer((request, response) => {
    if (request.url === '/ready') return wait(response)
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { openid, data } = JSON.parse(Buffer.concat(parts).toString()) as { openid: string; data: unknown }
      cloud.invoke('registrations', { openid, data })
        .catch((error: unknown) => ({ ok: false, failure: String(error) }))
        .then((answer) => response.end(JSON.stringify(answer)))
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    openedAt: () => openedAt,
    close: () => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()) }),
  }
}
