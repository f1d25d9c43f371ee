/** The first page of each world names that world's own places. */
import { expect, test } from 'vitest'
import { openHouse } from '../open-house'
import { castIds } from './cast'
import { openWorld } from './open-world'
import { whoIsThere } from './who-is-there'
import { worldNames } from './worlds'

test.each(worldNames)('%s introduces the cast by its own units, and promises no 今晚 when another day has come', async (name) => {
  const world = await openWorld({ name })
  try {
    const { worldName, cast } = whoIsThere(world)
    const units = new Map(world.cloud.db.find('units').map((unit) => [unit._id, unit.name]))
    expect(worldName).toBe(`${String(units.get('hewan'))}${String(units.get('yuyin'))}`)
    expect(cast.map((one) => one.id)).toEqual(castIds)
    const all = JSON.stringify(cast)
    for (const place of ['河湾', '榆荫', '柳桥', '青禾', '文昌', '桂湖']) {
      if (all.includes(place)) expect([...units.values()].join()).toContain(place)
    }
    expect(all).not.toMatch(/今晚|月报/)
    expect(cast.find((one) => one.id === 'zhou')?.name).toBe(`小周（${String(units.get('liuqiao'))}网格员）`)
  } finally {
    await world.stop()
  }
})

test('the first page of another place says nothing of 榆荫社区', async () => {
  const house = await openHouse({ name: 'office-may' })
  try {
    const html = await (await fetch(house.url)).text()
    expect(html).toContain('邻里 · 青禾街道文昌社区')
    expect(html).toContain('桂湖社区的网格员，只看得到桂湖社区的活动。')
    expect(html).not.toMatch(/河湾|榆荫|柳桥/)
  } finally {
    await house.stop()
  }
})
