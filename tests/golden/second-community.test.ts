/** What is hard to count right, in the community beside that of the report: figures of 柳桥社区 as the street's admin sees them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Output } from '../../contract/call'
import { roster } from '../../contract/attendance/roster'
import { figureFacts } from '../../contract/totals/facts'
import { monthTotals } from '../../contract/totals/month'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'

let world: OpenWorld
let september: Output<typeof monthTotals>
let october: Output<typeof monthTotals>
beforeAll(async () => {
  world = await openWorld({ name: 'month-end' })
  september = await totalsOf('liuqiao', '2017-09')
  october = await totalsOf('liuqiao', '2017-10')
})
afterAll(() => world.stop())

async function totalsOf(unitId: string, month: string) {
  const answer = await world.call('he', monthTotals, { unitId, month })
  if (!answer.ok) throw new Error(answer.failure)
  return answer.value
}
const valueOf = (totals: Output<typeof monthTotals>, name: string) => totals.figures.find((figure) => figure.name === name)?.value

test('a session of 30 September 22:30 keeps its check-in of 00:30 in September', () => {
  expect(valueOf(september, 'recreation_held')).toBe(1)
  expect(valueOf(september, 'recreation_attendances')).toBe(2)
})

test('a session of 1 October 00:10 is October\'s', () => {
  expect(valueOf(october, 'recreation_held')).toBe(1)
  expect(valueOf(october, 'recreation_attendances')).toBe(5)
})

test('a resident at three events is 人次 3 and 人数 1', () => {
  expect(valueOf(september, 'talk_attendances')).toBe(3)
  expect(valueOf(september, 'talk_attendees')).toBe(1)
})

test('30 checked in and a headcount of 43 is 43, shown as 30 and 13', () => {
  expect(september.figures.find((figure) => figure.name === 'gala_attendances')).toMatchObject({ value: 43, split: { signedIn: 30, walkIns: 0, unregistered: 13 } })
})

test('a cancelled registration counts nowhere and is not on the roster', async () => {
  const cancelled = world.cloud.db.find('registrations', { status: 'cancelled' })
  expect(cancelled).toHaveLength(1)
  const answer = await world.call('zhou', roster, { sessionId: 'gala-of-willows-s1' })
  if (!answer.ok) throw new Error(answer.failure)
  expect(answer.value.rows).toHaveLength(30)
  expect(answer.value.rows.map((row) => row.personKey)).not.toContain(cancelled[0]?.personKey)
})

test('tapped twice is once, undone and done again is once, undone is not at all', () => {
  expect(valueOf(september, 'study_session_attendances')).toBe(2)
  expect(valueOf(september, 'study_session_attendees')).toBe(2)
})

test('the month is 50 人次 of 31 people known by name', () => {
  const attendances = september.figures.filter((figure) => figure.name.endsWith('_attendances')).reduce((sum, figure) => sum + (figure.value ?? 0), 0)
  expect([attendances, valueOf(september, 'attendees')]).toEqual([50, 31])
})

test('人次 of the street are those of its communities; 人数 are counted afresh', async () => {
  const street = await totalsOf('hewan', '2017-09')
  expect(valueOf(street, 'seminar_attendances')).toBe(60)
  expect(valueOf(street, 'gala_attendances')).toBe(43)
  expect(valueOf(street, 'attendees')).toBe(22 + 31)
  expect(street.parts.map((part) => [part.unit.id, part.own, part.values.seminar_attendances?.value, part.values.gala_attendances?.value])).toEqual([
    ['hewan', true, undefined, undefined], ['yuyin', false, 60, undefined], ['liuqiao', false, undefined, 43],
  ])
})

test.each(['yuyin', 'liuqiao', 'hewan'])('every figure of %s opens to what it counts', async (unitId) => {
  const { figures } = await totalsOf(unitId, '2017-09')
  for (const figure of figures.filter((one) => !one.name.endsWith('attendees'))) {
    const answer = await world.call('he', figureFacts, { unitId, month: '2017-09', figure: figure.name })
    if (!answer.ok) throw new Error(`${figure.name}: ${answer.failure}`)
    const opened = [...answer.value.sessions.map((session) => session.value), ...answer.value.entries.map((entry) => entry.quantity)]
    expect([figure.name, opened.reduce<number>((sum, value) => sum + (value ?? 0), 0), answer.value.notListed]).toEqual([figure.name, figure.value, 0])
  }
})

test.each(['yuyin', 'liuqiao', 'hewan'])('人数 of %s are at least those of the fullest session, and at most all of them', async (unitId) => {
  const { figures } = await totalsOf(unitId, '2017-09')
  for (const figure of figures.filter((one) => one.name.endsWith('attendees'))) {
    const answer = await world.call('he', figureFacts, { unitId, month: '2017-09', figure: figure.name })
    if (!answer.ok) throw new Error(`${figure.name}: ${answer.failure}`)
    const people = answer.value.sessions.map((session) => session.value ?? 0)
    expect(figure.value).toBeGreaterThanOrEqual(Math.max(...people))
    expect(figure.value).toBeLessThanOrEqual(people.reduce((sum, one) => sum + one, 0))
  }
})
