/** A fleet of workers over weeks: real queues on phones in memory, a bad line, and the real functions. Virtual time, chance with a seed. */
import { callFunction } from '../../emulator/world/call-function'
import { openidOf } from '../../emulator/world/cast'
import type { TiedTo } from '../../contract/evidence/attach'
import { listPhotos } from '../../contract/evidence/list'
import { monthTotals } from '../../contract/totals/month'
import { begin, communities, day, openFleetWorld, type Community, type FleetWorld } from './fleet-world'
import { Notebook, sumsOf } from './notebook'
import { appCode, type Begin } from './sim/app-code'
import { sha256Of } from '../photo'
import { chance, type Chance } from './sim/chance'
import { calm, lineOf, storm, type Weather } from './sim/line'
import { Phone } from './sim/phone'
import { VirtualTime } from './sim/virtual-time'
import { Worker } from './worker'

const hour = 3_600_000
const minute = 60_000

export interface FleetSize { workers: number; days: number; people: number; seed: number }

/** Read from the database once all is quiet, and what the observers' notebook says. */
export interface FleetOutcome {
  facts: number
  calls: number
  kills: number
  /** Told as kept, and not in the community's books. */
  lost: string[]
  /** In the books more often than done, or never done at all. */
  surplus: string[]
  photos: number
  /** Photos that are not there once, or with other bytes. */
  pictures: string[]
  /** In the wrong month. */
  astray: string[]
  /** Product and notebook differ in a sum. */
  sums: string[]
  /** Refused for good, or still on a phone. */
  stuck: string[]
}

/** What must be empty. */
export function troublesOf({ lost, surplus, pictures, astray, sums, stuck }: FleetOutcome) {
  return { lost, surplus, pictures, astray, sums, stuck }
}
export const noTrouble: ReturnType<typeof troublesOf> = { lost: [], surplus: [], pictures: [], astray: [], sums: [], stuck: [] }

export async function runFleet(size: FleetSize, guards: { phone?: Record<string, string>; weather?: Weather } = {}): Promise<FleetOutcome> {
  const fleet = await openFleetWorld(size)
  try {
    const begin = await appCode(guards.phone)
    const sim = new Fleet(fleet, size, begin, guards.weather ?? storm)
    await sim.run()
    return await sim.outcome()
  } finally {
    await fleet.world.stop()
  }
}

class Fleet {
  readonly #time = new VirtualTime(begin)
  readonly #book = new Notebook()
  readonly #chance: Chance
  readonly #workers: Worker[] = []
  readonly #offline = new Map<string, [from: number, until: number][]>()
  readonly #typedCount = new Set<string>()
  #weather: Weather = calm
  #calls = 0

  constructor(private readonly fleet: FleetWorld, private readonly size: FleetSize, app: Begin, private readonly outside: Weather) {
    this.#chance = chance(size.seed)
    for (const [n, who] of fleet.workers.entries()) {
      const own = chance(size.seed * 1000 + n)
      const offBy = [0, 10 * minute, -10 * minute, day, -day][n % 5]!
      const line = lineOf({
        time: this.#time, chance: own, weather: () => this.#weather,
        hasSignal: () => !(this.#offline.get(who.name) ?? []).some(([from, until]) => this.#time.now >= from && this.#time.now < until),
        server: (name, data) => this.#server(who.openid, name, data),
        storage: (cloudPath, fileContent) => fleet.world.cloud.client(who.openid).uploadFile({ cloudPath, fileContent }),
      })
      const phone = new Phone({ time: this.#time, chance: own, begin: app, line, offBy, deadly: 0.004 })
      this.#workers.push(new Worker(who, phone, fleet, this.#book, own))
    }
  }

  async run(): Promise<void> {
    for (const [n, worker] of this.#workers.entries()) await this.#getsToKnow(worker, n % 6 === 5)
    this.#weather = this.outside
    for (let d = 0; d < this.size.days; d += 1) this.#planDay(d)
    await this.#time.runUntil(begin + this.size.days * day + 6 * hour)
    this.#weather = calm
    this.#offline.clear()
    // Whoever is asked for a day says it, and what waited for that goes too.
    for (let round = 0; round < 3; round += 1) {
      for (const worker of this.#workers) this.#time.after(0, () => { worker.looksAtTray(); worker.opensApp() })
      await this.#time.runUntil(this.#time.now + hour)
    }
  }

  /** The first time a phone is opened, in the office: there is signal, and nobody kills anything. */
  async #getsToKnow({ phone }: Worker, slowly: boolean): Promise<void> {
    // A line so slow that nobody can tell from its answers how late it is: who they are is known, how far the clock is off is not.
    this.#weather = slowly ? { ...calm, fastest: 4_000 } : calm
    await phone.isSetUp()
  }

  #planDay(d: number): void {
    const midnight = begin + d * day
    const { sessions } = this.fleet
    const tonight = sessions.filter(({ startsAt }) => startsAt >= midnight && startsAt < midnight + day)
    for (const [n, worker] of this.#workers.entries()) {
      const { who, phone } = worker
      const chance = this.#chance
      // Some are out of reach for hours, and now and then somebody for days.
      if (chance.happens(0.3)) this.#cutOff(who.name, midnight + chance.between(7, 20) * hour, chance.between(1, 8) * hour)
      if (chance.happens(0.02)) this.#cutOff(who.name, midnight + 8 * hour, chance.between(2, 6) * day)
      for (let times = chance.between(1, 2); times > 0; times -= 1) this.#time.at(midnight + chance.between(8 * 60, 17 * 60) * minute, () => worker.notesWork())
      for (const session of tonight) {
        if (session.community !== who.community || !chance.happens(0.25)) continue
        for (let times = 3; times > 0; times -= 1) this.#time.at(session.startsAt + chance.between(-40, 80) * minute, () => worker.standsAtDoor(session, chance.between(1, 4)))
        if (chance.happens(0.2)) this.#time.at(session.startsAt + chance.between(90, 200) * minute, () => worker.standsAtDoor(session, 1))
      }
      if (tonight.length > 0 && chance.happens(0.2)) this.#time.at(midnight + chance.between(10 * 60, 21 * 60) * minute, () => worker.takesPhoto({ what: 'event', eventId: (tonight.find(({ community }) => community === who.community) ?? tonight[0]!).id.replace(/-s1$/, '') }))
      const ownCount = tonight.find(({ community }) => community === who.community)
      if (ownCount && n % 10 === (d + (who.community === 'yuyin' ? 0 : 1)) % 10) this.#time.at(ownCount.startsAt + chance.between(20, 80) * minute, () => worker.countsRoom(ownCount))
      // Some type in the sheet of the evening, on one of the days after; the first of them what stands on its last line.
      const types = ownCount !== undefined && n % 10 === (d + 4) % 10
      const first = types && !this.#typedCount.has(ownCount.id)
      if (first) this.#typedCount.add(ownCount.id)
      if (types) this.#time.at(midnight + day + chance.between(8 * 60, 50 * 60) * minute, () => worker.typesPaper(ownCount, first))
      else if (ownCount && chance.happens(0.05)) this.#time.at(midnight + day + chance.between(8 * 60, 50 * 60) * minute, () => worker.typesPaper(ownCount, false))
      // Each unit has one worker who speaks for it.
      const spokenFor = n < communities.length * who.units.length ? who.units[Math.floor(n / communities.length)] : undefined
      if (spokenFor !== undefined && chance.happens(0.2)) this.#time.at(midnight + chance.between(9 * 60, 20 * 60) * minute, () => worker.saysQuiet(spokenFor, new Date(midnight + day / 2).toISOString().slice(0, 7)))
      this.#time.at(midnight + chance.between(17 * 60, 18 * 60) * minute, () => { worker.opensApp(); worker.looksAtTray() })
      // WeChat ends what nobody looks at.
      this.#time.at(midnight + chance.between(0, 24 * 60) * minute, () => phone.kill())
      // One clock in seven is set back once, by a day or by hours, with the app open or not.
      if (n % 7 === 3 && d === Math.floor(this.size.days / 2)) this.#time.at(midnight + chance.between(9 * 60, 21 * 60) * minute, () => { phone.parts.offBy -= chance.oneOf([day, 3 * hour, 20 * minute]) })
    }
  }

  #cutOff(name: string, from: number, ms: number): void {
    this.#offline.set(name, [...(this.#offline.get(name) ?? []), [from, from + ms]])
  }

  async #server(openid: string, name: string, data: object): Promise<unknown> {
    this.#calls += 1
    this.fleet.world.cloud.clock.set(new Date(this.#time.now).toISOString())
    return this.fleet.world.cloud.invoke(name, { openid, data })
  }

  async outcome(): Promise<FleetOutcome> {
    const { db } = this.fleet.world.cloud
    const kept = new Map<string, { times: number; month: string }>()
    const keep = (recordId: string, month: string) => kept.set(recordId, { times: (kept.get(recordId)?.times ?? 0) + 1, month })
    for (const one of db.find('attendance')) for (const recordId of Object.keys(one['marks'] as object)) keep(recordId, String(one['month']))
    for (const name of ['walk-ins', 'headcounts']) for (const one of db.find(name)) keep(String(one['recordId']), String(one['month']))
    for (const one of db.find('work-entries')) keep(String(one['_id']), String(one['month']))
    const monthOf = new Map(this.fleet.sessions.map(({ id, month }) => [id, month]))
    const done = this.#book.facts
    const doneIds = new Set(done.map(({ recordId }) => recordId))
    return {
      facts: done.length, photos: this.#book.photos.length, pictures: await this.#picturesAstray(), calls: this.#calls, kills: this.#workers.reduce((sum, { phone }) => sum + phone.kills, 0),
      lost: done.filter(({ recordId }) => !kept.has(recordId)).map(told),
      surplus: [...kept].filter(([recordId, { times }]) => times > 1 || !doneIds.has(recordId)).map(([recordId]) => recordId),
      astray: done.filter((deed) => kept.has(deed.recordId) && kept.get(deed.recordId)?.month !== ('on' in deed ? String(deed.on).slice(0, 7) : monthOf.get((deed as { session?: string }).session ?? ''))).map(told),
      sums: await this.#differences(),
      stuck: this.#workers.flatMap(({ who, phone, refused }) => [
        ...phone.launch().usePhotoQueue.getState().photos.map((one) => `${who.name} photo ${one.recordId}: still on the phone, ${one.refused?.failure ?? one.failed?.failure ?? one.state}`),
        ...[...refused].map(([recordId, why]) => `${who.name} ${recordId}: ${why}`),
        ...phone.launch().useQueue.getState().records.map((one) => `${who.name} ${one.input.recordId}: still on the phone, ${one.refused?.failure ?? one.failed?.failure ?? one.state}`),
      ]),
    }
  }

  /** Each photo as a colleague sees it: its bytes, fetched. */
  async #picturesAstray(): Promise<string[]> {
    const seen: string[] = []
    const nameOf = (of: TiedTo) => JSON.stringify(of)
    for (const [n, name] of [...new Set(this.#book.photos.map(({ of }) => nameOf(of)))].entries()) {
      // Nobody looks at hundreds of them in one second.
      this.fleet.world.cloud.clock.set(new Date(this.#time.now + n * 2_000).toISOString())
      // A sheet is seen by its own community only; of an entry that was lost there is none.
      const answers = await Promise.all(communities.map((community) => callFunction(this.fleet.world.cloud, this.#somebodyOf(community), listPhotos, { of: JSON.parse(name) as TiedTo })))
      const answer = answers.find(({ ok }) => ok)
      if (answers.some((one) => !one.ok && one.failure === 'too-fast')) throw new Error(`${name}: too fast`)
      if (!answer?.ok) continue
      for (const { url } of answer.value.photos) seen.push(`${name} ${sha256Of(new Uint8Array(await (await fetch(url)).arrayBuffer()))}`)
    }
    const taken = this.#book.photos.map(({ of, sha256 }) => `${nameOf(of)} ${sha256}`)
    return [...taken.filter((one) => seen.filter((other) => other === one).length !== 1), ...seen.filter((one) => !taken.includes(one))]
  }

  #somebodyOf(community: Community): string {
    return this.fleet.workers.find((one) => one.community === community)?.openid ?? ''
  }

  async #differences(): Promise<string[]> {
    const wrong: string[] = []
    for (const community of communities) for (const month of ['2026-11', '2026-12']) wrong.push(...(await this.#differencesOf(community, month)))
    return [...wrong, ...this.#quietAstray()]
  }

  /** Of each unit and month what was said last. */
  #quietAstray(): string[] {
    const last = new Map(this.#book.quiet.map((said) => [`${said.unit}:${said.month}`, said]))
    const kept = new Map(this.fleet.world.cloud.db.find('quiet-months').map((one) => [String(one['_id']), one]))
    return [...[...last].filter(([name, said]) => kept.get(name)?.['recordId'] !== said.recordId || kept.get(name)?.['nothing'] !== said.nothing).map(([name]) => `${name}: not what was said last`), ...[...kept.keys()].filter((name) => !last.has(name))]
  }

  async #differencesOf(community: Community, month: string): Promise<string[]> {
    const sessions = this.fleet.sessions.filter((one) => one.community === community && one.month === month).map(({ id }) => id)
    const units = new Set(this.fleet.workers.find((one) => one.community === community)?.units)
    const wanted = sumsOf(this.#book, sessions, ({ on, unit }) => on.startsWith(month) && units.has(unit))
    const answer = await callFunction(this.fleet.world.cloud, openidOf('he'), monthTotals, { unitId: community, month })
    if (!answer.ok) throw new Error(answer.failure)
    const printed = new Map(answer.value.figures.map(({ name, value }) => [name, value ?? 0]))
    const expected: [string, number][] = [['gala_attendances', wanted.attendances], ['gala_attendees', wanted.attendees], ...Object.entries(wanted.work)]
    return expected.filter(([name, value]) => (printed.get(name) ?? 0) !== value).map(([name, value]) => `${community} ${month} ${name}: ${printed.get(name) ?? 'nothing'} printed, ${value} by hand`)
  }
}

function told(deed: { recordId: string; worker: string }): string {
  return JSON.stringify(deed)
}
