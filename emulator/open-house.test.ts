/** In a house whose door is open, time passes: the functions' timers run by its clock. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openHouse, type House } from './open-house'

let house: House
beforeAll(async () => { house = await openHouse({ name: 'event-day' }) })
afterAll(() => house.stop())

const bookOf = (eventId: string) => house.world.cloud.db.find('seat-books', { _id: eventId })[0]
const registrations = () => house.world.cloud.db.find('registrations', { eventId: 'opera-evening' })

test('过一小时 at the door: what a crash had left behind has been swept', async () => {
  const { cloud } = house.world
  const written = registrations()
  expect(written.length).toBeGreaterThan(1)
  cloud.db.remove('registrations', { _id: written[0]?.['_id'] })
  cloud.db.update('seat-books', { _id: 'opera-evening' }, { $set: { unswept: true } })

  const hour = new Date(cloud.clock.now() + 3_600_000).toISOString()
  const answer = await fetch(`${house.url}/door/clock`, { method: 'POST', body: JSON.stringify({ now: hour }) })
  expect(answer.status).toBe(200)

  await vi.waitFor(() => expect(bookOf('opera-evening')).toMatchObject({ unswept: false }), { timeout: 20_000 })
  expect(registrations()).toEqual(written)
})
