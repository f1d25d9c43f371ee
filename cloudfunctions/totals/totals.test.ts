/** A month's totals through the real functions: what adds up, what opens, and who may see it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figureFacts } from '../../contract/totals/facts'
import { monthTotals } from '../../contract/totals/month'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'

let world: OpenWorld
beforeAll(async () => { world = await openWorld({ name: 'month-end' }) })
afterAll(() => world.stop())

const september = (unitId: string) => ({ unitId, month: '2017-09' })
async function monthOf(who: 'lin' | 'he', unitId: string) {
  const answer = await world.call(who, monthTotals, september(unitId))
  if (!answer.ok) throw new Error(answer.failure)
  return answer.value
}
async function opened(who: 'lin' | 'he', unitId: string, figure: string) {
  const answer = await world.call(who, figureFacts, { ...september(unitId), figure })
  if (!answer.ok) throw new Error(answer.failure)
  return answer.value
}

describe('a month', () => {
  test('a street is its own facts and those of its communities, exactly', async () => {
    const street = await monthOf('he', 'hewan')
    expect(street.parts.map((part) => [part.unit.id, part.own])).toEqual([['hewan', true], ['yuyin', false], ['liuqiao', false]])
    for (const { name, value, group } of street.figures) {
      const parts = street.parts.flatMap((part) => part.values[name]?.value ?? [])
      const sum = parts.reduce((total, one) => total + one, 0)
      if (name.endsWith('attendees')) expect(value).toBeLessThanOrEqual(sum)
      else expect([name, group, sum]).toEqual([name, group, value])
    }
  })
  test('a community sees its grids', async () => {
    const { parts, asOf } = await monthOf('lin', 'yuyin')
    expect(parts.map((part) => part.unit.id)).toEqual(['yuyin', 'yuyin-1', 'yuyin-2', 'yuyin-3'])
    expect(parts.map((part) => part.values['slogans_posted']?.value ?? null)).toEqual([null, 5, 4, 3])
    expect(asOf.slice(0, 13)).toBe('2017-10-01T01')
  })
  test('every figure of the street opens to facts that add up to it', async () => {
    const { figures } = await monthOf('he', 'hewan')
    expect(figures.length).toBeGreaterThan(10)
    for (const figure of figures) {
      const open = await opened('he', 'hewan', figure.name)
      expect(open.figure).toEqual(figure)
      const sum = [...open.sessions.map((one) => one.value), ...open.entries.map((one) => one.quantity)].reduce<number>((total, one) => total + (one ?? 0), 0)
      if (figure.unnamed === undefined) expect([figure.name, sum]).toEqual([figure.name, figure.value])
      else expect(figure.value).toBeLessThanOrEqual(sum)
      for (const one of open.sessions) {
        if (figure.split) expect(one.signedIn + one.walkIns + one.unregistered).toBe(one.value)
      }
    }
  })
})

describe('who may see it', () => {
  test('an admin sees the own unit and what is below, nobody else anything', async () => {
    expect(await world.call('lin', monthTotals, september('yuyin-1'))).toMatchObject({ ok: true })
    for (const unitId of ['hewan', 'liuqiao', 'nowhere']) {
      expect(await world.call('lin', monthTotals, september(unitId))).toEqual({ ok: false, failure: 'unit-not-found' })
      expect(await world.call('lin', figureFacts, { ...september(unitId), figure: 'talk_held' })).toEqual({ ok: false, failure: 'unit-not-found' })
    }
    for (const who of ['zhang', 'chen'] as const) {
      expect(await world.call(who, monthTotals, september('yuyin'))).toMatchObject({ ok: false, failure: 'not-allowed' })
      expect(await world.call(who, figureFacts, { ...september('yuyin'), figure: 'seminar_held' })).toMatchObject({ ok: false, failure: 'not-allowed' })
    }
  })
  test('a figure without facts, or of no meaning, does not open', async () => {
    expect(await world.call('lin', figureFacts, { ...september('yuyin'), figure: 'gala_held' })).toEqual({ ok: false, failure: 'no-such-figure' })
    expect(await world.call('lin', figureFacts, { ...september('yuyin'), figure: 'constructor' })).toEqual({ ok: false, failure: 'no-such-figure' })
  })
})
