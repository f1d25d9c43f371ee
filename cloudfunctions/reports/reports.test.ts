/** The month's draft and its Word file through the real functions and storage. */
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftReport } from '../../contract/reports/draft'
import { wordReport } from '../../contract/reports/word'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'

let world: OpenWorld
beforeAll(async () => { world = await openWorld({ name: 'month-end' }) })
afterAll(() => world.stop())

const september = { unitId: 'yuyin', month: '2017-09' }

describe('the draft', () => {
  test('is there for the admin of the unit and of the street', async () => {
    for (const who of ['lin', 'he'] as const) {
      expect(await world.call(who, draftReport, september)).toMatchObject({ ok: true, value: { title: '榆荫社区2017年9月工作总结', hasPrevious: false } })
    }
  })
  test('of a street names the community of each event', async () => {
    const answer = await world.call('he', draftReport, { ...september, unitId: 'hewan' })
    if (!answer.ok) throw new Error(answer.failure)
    expect(new Set(answer.value.events.map((event) => event.hostUnitName))).toEqual(new Set(['榆荫社区', '柳桥社区']))
    expect(JSON.stringify(answer.value.sections)).toContain('9月16日，柳桥社区在柳桥广场举办“柳桥邻里文艺汇演”')
  })
  test('of a month without anything says only that', async () => {
    const answer = await world.call('lin', draftReport, { ...september, month: '2017-03' })
    expect(answer).toMatchObject({ ok: true, value: { sections: [{ kind: 'opening' }], table: [], events: [] } })
  })
  test('is nobody else\'s', async () => {
    expect(await world.call('lin', draftReport, { ...september, unitId: 'liuqiao' })).toEqual({ ok: false, failure: 'unit-not-found' })
    for (const who of ['zhang', 'chen', 'zhou'] as const) expect(await world.call(who, draftReport, september)).toMatchObject({ ok: false, failure: 'not-allowed' })
  })
})

describe('the Word file', () => {
  test('comes from storage, is a .docx with the draft\'s title, and asking again finds the same file', async () => {
    const first = await world.call('lin', wordReport, september)
    const again = await world.call('he', wordReport, september)
    if (!first.ok || !again.ok) throw new Error('no Word file')
    expect(again.value.fileId).toBe(first.value.fileId)
    expect(first.value.fileId).toMatch(/reports\/yuyin\/2017-09\/[0-9a-f]{64}\.docx$/)
    expect(first.value.name).toBe('榆荫社区2017年9月工作总结.docx')
    const bytes = new Uint8Array(await (await fetch(first.value.url)).arrayBuffer())
    expect(bytes.length).toBe(first.value.bytes)
    expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toContain('300份')
  })
  test('is refused like the draft, and nothing is kept', async () => {
    expect(await world.call('lin', wordReport, { ...september, unitId: 'liuqiao' })).toEqual({ ok: false, failure: 'unit-not-found' })
    expect(await world.call('chen', wordReport, september)).toMatchObject({ ok: false, failure: 'not-allowed' })
  })
})
