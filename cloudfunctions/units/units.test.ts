import { afterAll, beforeAll, expect, test } from 'vitest'
import { whoAmI } from '../../contract/people/who-am-i'
import { monthTotals } from '../../contract/totals/month'
import { addUnit } from '../../contract/units/add'
import { moveUnit } from '../../contract/units/move'
import { renameUnit } from '../../contract/units/rename'
import { unitTree } from '../../contract/units/tree'
import { logWork } from '../../contract/work/log'
import { failureOf, newRecordId, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const add = (parentId: string, name: string, level: 'district' | 'street' | 'community' | 'grid' = 'grid', recordId = newRecordId()) => world.call('lin', addUnit, { recordId, parentId, name, level })
const namesBelow = async (unitId: string) => valueOf(await world.call('he', unitTree, { unitId })).units.map(({ name }) => name)

test('the tree comes in its order, with those below whom the caller administers only', async () => {
  expect(await namesBelow('hewan')).toEqual(['河湾街道', '榆荫社区', '第1网格', '第2网格', '第3网格', '柳桥社区', '第1网格', '第2网格'])
  expect(valueOf(await world.call('lin', unitTree, { unitId: 'yuyin' })).units).toHaveLength(4)
  for (const unitId of ['hewan', 'liuqiao', 'nowhere']) expect(failureOf(await world.call('lin', unitTree, { unitId }))).toBe('unit-not-found')
  expect(failureOf(await world.call('chen', unitTree, { unitId: 'yuyin' }))).toBe('not-allowed')
})

test('a unit is added at the end of its siblings, once however often it is sent', async () => {
  const recordId = newRecordId()
  const answers = await Promise.all([1, 2, 3].map(() => add('yuyin', '第4网格', 'grid', recordId)))
  expect(new Set(answers.map((answer) => valueOf(answer).unitId)).size).toBe(1)
  expect((await namesBelow('yuyin')).slice(1)).toEqual(['第1网格', '第2网格', '第3网格', '第4网格'])
})

test('two units of one name below one parent cannot be, not even by two who add them at once', async () => {
  expect(failureOf(await add('yuyin', '第１网格'))).toBe('name-taken')
  const answers = await Promise.all([1, 2, 3, 4].map(() => add('yuyin', '东区网格')))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await namesBelow('yuyin')).filter((name) => name === '东区网格')).toHaveLength(1)
})

test('only the next level fits below a unit, and nobody adds where they are no admin', async () => {
  expect(failureOf(await add('yuyin', '新社区', 'community'))).toBe('level-does-not-fit')
  expect(failureOf(await add('yuyin-1', '小网格'))).toBe('level-does-not-fit')
  for (const unitId of ['hewan', 'liuqiao', 'nowhere']) expect(failureOf(await add(unitId, '新网格'))).toBe('unit-not-found')
  expect(failureOf(await world.call('chen', addUnit, { recordId: newRecordId(), parentId: 'yuyin', name: '新网格', level: 'grid' }))).toBe('not-allowed')
})

test('a name is changed by who saw the present one', async () => {
  const rename = (name: string, was: string) => world.call('lin', renameUnit, { unitId: 'yuyin-3', name, was })
  expect(valueOf(await rename('滨河网格', '第3网格')).name).toBe('滨河网格')
  expect(valueOf(await rename('滨河网格', '第3网格')).name).toBe('滨河网格')
  expect(failureOf(await rename('河东网格', '第3网格'))).toBe('changed-meanwhile')
  expect(failureOf(await rename('第2网格', '滨河网格'))).toBe('name-taken')
  expect(failureOf(await world.call('lin', renameUnit, { unitId: 'liuqiao-1', name: '我的', was: '第1网格' }))).toBe('unit-not-found')
})

test('a grid moves on the 1st of a month to come, and what it did before stays where it was', async () => {
  const log = (who: 'chen' | 'zhou', on: string) => world.call(who, logWork, {
    recordId: newRecordId(), at: new Date(world.cloud.clock.now()).toISOString(), offsetMs: 0, unitId: 'yuyin-2', indicator: 'banners_hung', quantity: 2, softness: 'exact', on,
  })
  const banners = async (unitId: string, month: string) => valueOf(await world.call('he', monthTotals, { unitId, month })).figures.find(({ name }) => name === 'banners_hung')?.value ?? null
  const move = (who: 'he' | 'lin', toParentId: string, from: string) => world.call(who, moveUnit, { unitId: 'yuyin-2', toParentId, from })

  expect(failureOf(await move('lin', 'liuqiao', '2026-12'))).toBe('unit-not-found')
  for (const from of ['2026-11', '2026-10']) expect(failureOf(await move('he', 'liuqiao', from))).toBe('month-has-begun')
  expect(failureOf(await world.call('he', moveUnit, { unitId: 'yuyin', toParentId: 'liuqiao', from: '2026-12' }))).toBe('only-grids-move')
  // 柳桥 has a 第2网格 of its own
  expect(failureOf(await move('he', 'liuqiao', '2026-12'))).toBe('name-taken')
  valueOf(await world.call('he', renameUnit, { unitId: 'yuyin-2', name: '槐园网格', was: '第2网格' }))
  valueOf(await log('chen', '2026-11-20'))
  for (let again = 0; again < 2; again += 1) expect(valueOf(await move('he', 'liuqiao', '2026-12'))).toMatchObject({ toParentId: 'liuqiao', from: '2026-12' })
  expect(valueOf(await world.call('lin', unitTree, { unitId: 'yuyin' })).units.find(({ id }) => id === 'yuyin-2')?.moves).toEqual({ toParentId: 'liuqiao', toName: '柳桥社区', from: '2026-12' })
  expect(await namesBelow('liuqiao')).not.toContain('槐园网格')
  // Where it comes to, its name is taken already.
  expect(failureOf(await world.call('he', addUnit, { recordId: newRecordId(), parentId: 'liuqiao', name: '槐园网格', level: 'grid' }))).toBe('name-taken')

  world.cloud.clock.set('2026-12-02T01:00:00.000Z')
  expect(await namesBelow('liuqiao')).toEqual(['柳桥社区', '第1网格', '第2网格', '槐园网格'])
  expect(await namesBelow('yuyin')).not.toContain('槐园网格')
  expect(valueOf(await world.call('zhou', whoAmI, {})).roles[0]?.covers.map(({ id }) => id)).toContain('yuyin-2')
  valueOf(await log('zhou', '2026-12-01'))
  expect(failureOf(await log('chen', '2026-12-01'))).toBe('unit-not-found')
  valueOf(await log('chen', '2026-11-30')) // written late, about the month before
  expect(failureOf(await log('zhou', '2026-11-30'))).toBe('unit-not-found')

  expect([await banners('yuyin', '2026-11'), await banners('liuqiao', '2026-11'), await banners('hewan', '2026-11')]).toEqual([4, null, 4])
  expect([await banners('yuyin', '2026-12'), await banners('liuqiao', '2026-12'), await banners('hewan', '2026-12')]).toEqual([null, 2, 2])

  valueOf(await move('he', 'yuyin', '2027-01'))
  valueOf(await move('he', 'liuqiao', '2027-01')) // taken back
  world.cloud.clock.set('2027-01-02T01:00:00.000Z')
  expect(await namesBelow('liuqiao')).toContain('槐园网格')
})

test('what changed in the tree stands in the audit, without names', () => {
  const audit = world.cloud.db.find('audit')
  expect(new Set(audit.map(({ action }) => action))).toEqual(new Set(['units/add', 'units/rename', 'units/move']))
  expect(JSON.stringify(audit)).not.toContain('网格')
})
