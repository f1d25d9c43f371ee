/** Eight phones at one door without signal: each scans the same codes, in its own order and by its own clock, and sends them when it can. */
import { cardCode, entryCodeKey } from '../../cloudfunctions/_shared/secrets/entry-code'
import { roster } from '../../contract/attendance/roster'
import { monthTotals } from '../../contract/totals/month'
import { callFunction } from '../../emulator/world/call-function'
import { openidOf } from '../../emulator/world/cast'
import { codeShown } from '../../src/stores/code-text'
import { openFleetWorld, type FleetWorld } from './fleet-world'
import { appCode } from './sim/app-code'
import { chance, type Chance } from './sim/chance'
import { calm, lineOf, storm, type Weather } from './sim/line'
import { AppKilled, Phone } from './sim/phone'
import { VirtualTime } from './sim/virtual-time'
import { randomBytes } from 'node:crypto'

const minute = 60_000
const offBy = [0, 10 * minute, -10 * minute, 24 * 60 * minute, -24 * 60 * minute, 40_000, -3 * 60 * minute, 5 * minute]

export interface Counted { attendances: number; attendees: number }
export interface DevicesOutcome { scans: number; calls: number; left: string[]; room: Counted; month: Counted; byHand: Counted }

export async function runDevices({ codes, seed, functionsDir }: { codes: number; seed: number; functionsDir?: string }): Promise<DevicesOutcome> {
  const keys = `k1:${randomBytes(32).toString('base64')}`
  process.env['LINLI_CODE_KEYS'] = keys
  const fleet = await openFleetWorld({ workers: 16, days: 1, people: codes }, { env: { LINLI_CODE_KEYS: keys }, ...(functionsDir !== undefined && { functionsDir }) })
  try {
    return await scanAll(fleet, chance(seed))
  } finally {
    delete process.env['LINLI_CODE_KEYS']
    await fleet.world.stop()
  }
}

async function scanAll(fleet: FleetWorld, chance: Chance): Promise<DevicesOutcome> {
  const { cloud } = fleet.world
  const session = fleet.sessions.find(({ community }) => community === 'yuyin')!
  const people = fleet.peopleOf('yuyin')
  // Some never registered and show their card: they come alone.
  const alone = new Set(people.filter((_, n) => n % 10 === 9))
  cloud.db.remove('registrations', { _id: { $in: [...alone].map((person) => `${session.id.replace(/-s1$/, '')}:${person}`) } })
  cloud.db.update('seat-books', { _id: session.id.replace(/-s1$/, '') }, { $unset: Object.fromEntries([...alone].map((person) => [`taken.${person}`, ''])) })
  const keys = new Map(people.map((person) => [person, entryCodeKey(session.id, person)]))

  const time = new VirtualTime(session.startsAt - 120 * minute)
  const begin = await appCode()
  let [weather, hasSignal, calls, scans]: [Weather, boolean, number, number] = [calm, true, 0, 0]
  const phones = fleet.workers.filter(({ community }) => community === 'yuyin').map(({ openid }, n) => new Phone({
    time, chance, begin, offBy: offBy[n] ?? 0, deadly: 0.001,
    line: lineOf({ time, chance, weather: () => weather, hasSignal: () => hasSignal, server: (name, data) => {
      calls += 1
      cloud.clock.set(new Date(time.now).toISOString())
      return cloud.invoke(name, { openid, data })
    } }),
  }))
  for (const phone of phones) await phone.isSetUp()
  hasSignal = false
  for (const phone of phones) {
    for (const person of shuffled(people, chance)) {
      time.at(session.startsAt + chance.between(-50 * minute, 120 * minute), async () => {
        scans += 1
        const code = alone.has(person) ? cardCode(person, 1) : codeShown(keys.get(person)!, time.now).text
        await scanned(phone, session.id, code)
      })
    }
  }
  await time.runUntil(session.startsAt + 130 * minute)
  weather = storm
  hasSignal = true
  for (const phone of phones) time.after(chance.between(0, 60 * minute), () => { phone.launch(); phone.wake() })
  await time.runUntil(time.now + 180 * minute)
  weather = calm
  // Whose app was killed on the way sends nothing until somebody opens it again.
  for (let opened = 0; opened < 3; opened += 1) {
    for (const phone of phones) time.after(0, () => { phone.launch(); phone.wake() })
    await time.runUntil(time.now + 20 * minute)
  }

  const ask = await callFunction(cloud, openidOf('he'), roster, { sessionId: session.id })
  const month = await callFunction(cloud, openidOf('he'), monthTotals, { unitId: 'yuyin', month: session.month })
  if (!ask.ok || !month.ok) throw new Error('the figures were refused')
  const printed = (name: string) => month.value.figures.find((one) => one.name === name)?.value ?? 0
  return {
    scans, calls, left: phones.flatMap((phone) => phone.launch().useQueue.getState().records.map((one) => JSON.stringify(one.refused ?? one.failed ?? one.state))),
    room: { attendances: ask.value.room.attendances, attendees: ask.value.rows.filter(({ present }) => present !== null).length },
    month: { attendances: printed('gala_attendances'), attendees: printed('gala_attendees') },
    // Everybody came once, with the party that they had registered.
    byHand: { attendances: people.reduce((sum, person) => sum + (alone.has(person) ? 1 : fleet.partyOf(person)), 0), attendees: people.length },
  }
}

/** Until the phone says that it is kept; what was killed is scanned again. */
async function scanned(phone: Phone, sessionId: string, code: string): Promise<void> {
  for (;;) {
    try {
      const app = phone.launch()
      const queued = await phone.until(app.enqueue('attendance/check-in-code', { ...app.newRecord(), sessionId, code }))
      if (!queued.ok) throw new Error(`a scan was not kept: ${queued.failure}`)
      return
    } catch (failure) {
      if (!(failure instanceof AppKilled)) throw failure
    }
  }
}

function shuffled<T>(all: readonly T[], chance: Chance): T[] {
  return all.map((one) => ({ one, place: chance.next() })).sort((a, b) => a.place - b.place).map(({ one }) => one)
}
