/**
 * A month as full as they come, 60 events and 200 photos of nearly 400 KB: every file of it is made in a call of its own. The cloud ends a call that takes longer or
 * whose process ever holds more than the function declares (20 s, 512 MB), so an answer is the proof; how much it was is printed.
 */
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer, Call } from '../../contract/call'
import { albumVolume, photosAVolume } from '../../contract/reports/album'
import { draftReport } from '../../contract/reports/draft'
import { eventFile } from '../../contract/reports/event-file'
import { excelReport } from '../../contract/reports/excel'
import { wordReport } from '../../contract/reports/word'
import { residents } from '../../emulator/seed/residents'
import { story } from '../../emulator/seed/story'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { unitsOfTheWorld } from '../../emulator/world/units'
import { newRecordId, valueOf } from '../functions/community-evening'
import { greyJpeg, sendPhoto } from '../photo'

const events = 60
const photos = 200
const september = { unitId: 'yuyin', month: '2017-09' }

let world: OpenWorld
beforeAll(async () => {
  // One process of a function, so that what it holds is the sum of all that came before.
  world = await openWorld({ name: 'month-end', cloud: { instancesPerFunction: 1, env: { LINLI_CALLS_PER_SECOND: '100000' } } })
  const told = story(unitsOfTheWorld(), '2017-08-28')
  for (let n = 0; n < events - 3; n += 1) {
    const on = `2017-09-${String((n % 28) + 1).padStart(2, '0')}`
    const event = told.event({ id: `full-${n}`, kind: n % 2 === 0 ? 'talk' : 'recreation', title: `第${n + 1}次楼院邻里活动`, host: 'yuyin', placeName: '社区文化中心一楼大厅', at: [{ on, from: '15:00', to: '16:30', capacity: 60 }] })
    event.attended(residents('yuyin', 0, 39))
    event.walkedIn(6)
  }
  const documents = told.documents()
  for (const name of ['events', 'seat-books', 'registrations', 'attendance', 'walk-ins']) world.cloud.db.insertMany(name, documents[name] ?? [])
  for (let n = 0; n < photos; n += 1) await sendPhoto(world, 'chen', { what: 'event', eventId: `full-${n % (events - 3)}` }, { recordId: newRecordId(), bytes: heavy(n), takenAt: '2017-09-15T07:20:00.000Z' })
  while (!world.cloud.db.find('unit-months', { _id: 'state' })[0]?.['asOf']) await world.cloud.invoke('totals', { source: 'timer' })
}, 600_000)
afterAll(() => world.stop())

/** Nearly 400 KB of a picture of 1,600 × 1,200, which no zip makes smaller. */
function heavy(n: number): Buffer {
  const picture = greyJpeg(1600, 1200, `full ${n}`)
  const comment = () => { const noise = randomBytes(60_000); return Buffer.concat([Buffer.from([0xff, 0xfe, (noise.length + 2) >> 8, (noise.length + 2) & 255]), noise]) }
  return Buffer.concat([picture.subarray(0, 2), comment(), comment(), comment(), comment(), comment(), comment(), picture.subarray(2)])
}

/** The most MB that the function's process has held so far. */
function mostHeld(): number {
  const own = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid)).flatMap((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'latin1')
      const isOurs = Number(/PPid:\s+(\d+)/.exec(status)?.[1]) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('/reports/index.js')
      return isOurs ? [Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024] : []
    } catch {
      return [] // it has gone
    }
  })
  return Math.round(Math.max(0, ...own))
}

async function made<C extends Call>(name: string, asking: Promise<Answer<C>>) {
  const begun = Date.now()
  const value = valueOf(await asking)
  console.log(`${name}: ${Date.now() - begun} ms, ${mostHeld()} MB`)
  return value
}

test('the draft, Word, Excel, an event and every volume of a full month', async () => {
  const draft = await made('draft', world.call('lin', draftReport, september))
  expect(draft.events.length).toBeGreaterThanOrEqual(events)
  expect((await made('Word', world.call('lin', wordReport, september))).bytes).toBeGreaterThan(10_000)
  expect((await made('Excel', world.call('lin', excelReport, september))).bytes).toBeGreaterThan(10_000)
  expect((await made('一活动一档', world.call('lin', eventFile, { eventId: 'full-0' }))).bytes).toBeGreaterThan(1_000_000)
  for (let volume = 1; volume <= photos / photosAVolume; volume += 1) {
    expect(await made(`照片册 ${volume}`, world.call('lin', albumVolume, { ...september, volume }))).toMatchObject({ volumes: photos / photosAVolume, photos })
  }
})
