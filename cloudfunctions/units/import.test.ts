import { zipSync, strToU8 } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addUnit } from '../../contract/units/add'
import { importMaxBytes, importUnits } from '../../contract/units/import'
import { moveUnit } from '../../contract/units/move'
import { renameUnit } from '../../contract/units/rename'
import { unitTemplate } from '../../contract/units/template'
import { unitTree } from '../../contract/units/tree'
import type { CastId } from '../../emulator/world/cast'
import { openidOf } from '../../emulator/world/cast'
import { failureOf, newRecordId, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'
import { sheetOf } from '../../tests/functions/sheet-of'
import { meetingIn } from '../../tests/race/arrival-race'
import { readSheet } from '../_shared/spreadsheet/read-sheet'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const heading = ['区县', '街道（乡镇）', '社区（村）', '网格']
const tree = async (unitId = 'hewan') => valueOf(await world.call('he', unitTree, { unitId })).units.map(({ name }) => name)

async function send(who: CastId, bytes: Uint8Array, what: 'check' | 'import', more: { recordId?: string; under?: string } = {}) {
  const { recordId = newRecordId(), under = 'hewan' } = more
  const { fileID: fileId } = await world.cloud.client(openidOf(who)).uploadFile({ cloudPath: `incoming/${recordId}.xlsx`, fileContent: bytes })
  return world.call(who, importUnits, { recordId, under, fileId, what })
}

test('a sheet is checked without changing anything, imported once, and its upload is gone', async () => {
  const before = await tree()
  const bytes = await sheetOf(['', '', '桐花社区', '第1网格'], ['', '', '桐花社区', '第2网格'], ['', '', '榆荫社区', '第4网格'], ['', '', '榆荫社区', '第1网格'])
  const told = { troubles: [], rows: 4, added: 4, known: 2 }
  expect(valueOf(await send('he', bytes, 'check'))).toEqual({ ...told, imported: false })
  expect(await tree()).toEqual(before)
  const recordId = newRecordId()
  expect(valueOf(await send('he', bytes, 'import', { recordId }))).toEqual({ ...told, imported: true })
  expect(await tree()).toEqual([...before.slice(0, 5), '第4网格', ...before.slice(5), '桐花社区', '第1网格', '第2网格'])
  expect(valueOf(await send('he', bytes, 'import', { recordId }))).toEqual({ ...told, imported: true })
  expect(world.cloud.db.count('units')).toBe(12)
  expect(world.cloud.db.find('audit', { action: 'units/import' })).toMatchObject([{ about: recordId, facts: { added: 4 } }])
})

test('with one mistake nothing is imported, and it is told where', async () => {
  const before = await tree()
  const answer = valueOf(await send('he', await sheetOf(['', '', '梧桐社区', '第1网格'], ['', '', '', '第2网格']), 'import'))
  expect(answer).toMatchObject({ imported: false, troubles: [{ row: 3, column: 'C' }] })
  expect(await tree()).toEqual(before)
})

test('an import that broke off is finished by the timer, and again by a repeat', async () => {
  const recordId = newRecordId()
  const bytes = await sheetOf(['', '', '杏林社区', '第1网格'])
  valueOf(await send('he', bytes, 'import', { recordId }))
  const [job] = world.cloud.db.find('unit-imports', { _id: recordId })
  const units = world.cloud.db.find('units').filter(({ _id, path }) => String(_id).startsWith('u-') && (path as string[]).length >= 2 && JSON.stringify(path).includes(String(world.cloud.db.find('units', { name: '杏林社区' })[0]?._id)))
  expect(units).toHaveLength(2)
  const gone = units[1]!
  world.cloud.db.remove('units', { _id: gone._id })
  world.cloud.db.update('unit-imports', { _id: recordId }, { $set: { done: false, units } })
  await world.cloud.invoke('units', { source: 'timer' })
  expect(world.cloud.db.find('units', { _id: gone._id })).toEqual([gone])
  expect(job).toMatchObject({ done: true })
})

test('who adds a unit below one that an accepted import has not reached yet meets all of the import first', async () => {
  const recordId = newRecordId()
  valueOf(await send('he', await sheetOf(['', '', '榆荫社区', '第8网格']), 'import', { recordId }))
  const units = world.cloud.db.find('units', { name: '第8网格' })
  world.cloud.db.remove('units', { name: '第8网格' })
  world.cloud.db.update('unit-imports', { _id: recordId }, { $set: { done: false, units } })
  expect(failureOf(await world.call('lin', addUnit, { recordId: newRecordId(), parentId: 'yuyin', name: '第8网格', level: 'grid' }))).toBe('name-taken')
  expect(world.cloud.db.find('units', { name: '第8网格' })).toEqual(units)
})

test('a sheet and somebody who adds the same grid at once make one of it, also below a community that was there', async () => {
  for (const n of [21, 22, 23, 24, 25]) {
    const bytes = await sheetOf(['', '', '榆荫社区', `第${n}网格`])
    await Promise.all([send('he', bytes, 'import'), world.call('lin', addUnit, { recordId: newRecordId(), parentId: 'yuyin', name: `第${n}网格`, level: 'grid' })])
    expect(world.cloud.db.count('units', { name: `第${n}网格` })).toBe(1)
  }
})

/** Somebody else is held before their nth read, while an import is accepted and breaks off before it has put anything in place. */
async function heldBefore(nth: number, name: string, other: () => Promise<unknown>): Promise<number> {
  const held = meetingIn(world).stop('units', 'database.getDocument', nth)
  const theirs = other()
  await Promise.race([held.reached, theirs])
  const armed = world.cloud.faults.arm({ functionName: 'units', fault: 'cut-off', moment: 'after', operation: 1, of: 'database.commitTransaction' })
  // Below the community alone: of its street nothing is changed.
  await send('lin', await sheetOf(['', '', '榆荫社区', name]), 'import', { under: 'yuyin' }).catch(() => undefined)
  expect(armed.struck).not.toBeNull()
  held.letGo()
  await theirs
  world.cloud.faults.disarm()
  world.cloud.faults.latencyMs = 0
  await world.cloud.invoke('units', { source: 'timer' })
  return world.cloud.db.count('units', { name })
}

test('an import that is accepted while somebody else looks at what is there makes one of each as well, wherever it comes between', async () => {
  for (let nth = 3; nth <= 9; nth += 1) {
    const [added, imported] = [`第${nth}1网格`, `第${nth}2网格`]
    expect([nth, await heldBefore(nth, added, () => world.call('lin', addUnit, { recordId: newRecordId(), parentId: 'yuyin', name: added, level: 'grid' }))]).toEqual([nth, 1])
    const bytes = await sheetOf(['', '', '榆荫社区', imported])
    expect([nth, await heldBefore(nth, imported, () => send('he', bytes, 'import'))]).toEqual([nth, 1])
  }
}, 60_000)

test('a grid that a decided move will bring is there already for a sheet', async () => {
  valueOf(await world.call('he', renameUnit, { unitId: 'yuyin-3', name: '槐园网格', was: '第3网格' }))
  valueOf(await world.call('he', moveUnit, { unitId: 'yuyin-3', toParentId: 'liuqiao', from: '2026-12' }))
  expect(valueOf(await send('he', await sheetOf(['', '', '柳桥社区', '槐园网格'], ['', '', '柳桥社区', '第6网格']), 'import'))).toMatchObject({ troubles: [], added: 1, known: 2, imported: true })
  expect(world.cloud.db.count('units', { name: '槐园网格' })).toBe(1)
})

test('however many imports broke off, all of them are put in place before somebody changes the tree', async () => {
  const names = Array.from({ length: 7 }, (_, n) => `第${n}9网格`)
  for (const name of names) valueOf(await send('he', await sheetOf(['', '', '榆荫社区', name]), 'import'))
  const units = world.cloud.db.find('units', { name: { $in: names } })
  world.cloud.db.remove('units', { name: { $in: names } })
  for (const unit of units) world.cloud.db.insertMany('unit-imports', [{ _id: newRecordId(), by: 'p-he', at: '2026-11-27T10:00:00.000Z', unitId: 'hewan', rows: 1, added: 1, known: 0, fileId: 'cloud://local-env.local-bucket/incoming/gone.xlsx', done: false, units: [unit] }])
  // The last one first.
  for (const { name } of [...units].reverse()) expect(failureOf(await world.call('lin', addUnit, { recordId: newRecordId(), parentId: 'yuyin', name: String(name), level: 'grid' }))).toBe('name-taken')
  expect(world.cloud.db.count('units', { name: { $in: names } })).toBe(7)
})

test('nobody imports where they are no admin, nor a file that is not theirs', async () => {
  const bytes = await sheetOf(['', '', '我的社区', ''])
  expect(failureOf(await send('lin', bytes, 'import'))).toBe('unit-not-found')
  expect(failureOf(await send('chen', bytes, 'import', { under: 'yuyin' }))).toBe('not-allowed')
  expect(failureOf(await world.call('he', importUnits, { recordId: newRecordId(), under: 'hewan', fileId: 'cloud://local-env.local-bucket/incoming/other.xlsx', what: 'check' }))).toBe('upload-not-found')
})

test('what is no spreadsheet, too large, too long or a zip bomb is refused, and the function lives', { timeout: 90_000 }, async () => {
  expect(failureOf(await send('he', Buffer.from('not a zip'), 'check'))).toBe('not-a-spreadsheet')
  expect(failureOf(await send('he', zipSync({ 'a.txt': strToU8('x') }), 'check'))).toBe('not-a-spreadsheet')
  expect(failureOf(await send('he', Buffer.alloc(importMaxBytes + 1), 'check'))).toBe('file-too-large')
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) }, { level: 1 })
  expect(bomb.length).toBeLessThan(importMaxBytes)
  expect(failureOf(await send('he', bomb, 'check'))).toBe('not-a-spreadsheet')
  const long = await sheetOf(...Array.from({ length: 5_001 }, (_, n) => ['', '', `社区${Math.floor(n / 100)}`, `网格${n}`]))
  expect(failureOf(await send('he', long, 'check'))).toBe('too-many-rows')
  expect((await tree()).length).toBeGreaterThan(5)
})

test('five thousand rows are imported', { timeout: 60_000 }, async () => {
  const lines = Array.from({ length: 5_000 }, (_, n) => ['', '', `新村${Math.floor(n / 250)}`, `网格${n}`])
  expect(valueOf(await send('he', await sheetOf(...lines), 'import'))).toMatchObject({ troubles: [], rows: 5_000, added: 5_020, imported: true })
  expect(world.cloud.db.count('units', { path: 'hewan' })).toBeGreaterThan(5_020)
})

test('the template can be read back', async () => {
  const { url, name } = valueOf(await world.call('lin', unitTemplate, {}))
  expect(name).toBe('单位导入模板.xlsx')
  const rows = readSheet(Buffer.from(await (await fetch(encodeURI(url))).arrayBuffer()), 10)
  expect([...(rows?.[0]?.cells.values() ?? [])]).toEqual(heading)
  expect(rows).toHaveLength(4)
})

test('entities are read as they are meant, readings of Han characters are left out', () => {
  const shared = '<sst><si><t>A&amp;B &#38468;</t></si><si><r><t>桐花</t></r><r><t>社区</t></r><rPh sb="0" eb="1"><t>とう</t></rPh></si></sst>'
  const xml = '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="s"><x:v>1</x:v></x:c><x:c r="D2"><x:v>12</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  const rows = readSheet(Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': strToU8(xml), 'xl/sharedStrings.xml': strToU8(shared) })), 10)
  expect(rows?.map(({ row, cells }) => [row, Object.fromEntries(cells)])).toEqual([[2, { A: 'A&B 附', C: '桐花社区', D: '12' }]])
})

test('an entity that a file declares itself is never opened, and no name of what every object has is one', () => {
  const declared = '<!DOCTYPE sst [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY word "民族"><!ENTITY words "&word;&word;&word;">]>'
  const shared = `${declared}<sst><si><t>&file;</t></si><si><t>&words;</t></si><si><t>&constructor;&__proto__;&toString;</t></si></sst>`
  const xml = '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row></sheetData></worksheet>'
  const rows = readSheet(Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': strToU8(xml), 'xl/sharedStrings.xml': strToU8(shared) })), 10)
  expect(rows?.map(({ cells }) => Object.fromEntries(cells))).toEqual([{ A: '&file;', B: '&words;', C: '&constructor;&__proto__;&toString;' }])
})
