import { expect, test } from 'vitest'
import { runDevices } from '../fleet/devices'

test('eight phones scan the same 500 people offline and send them in random order: 人次 and 人数 are those of the people', async () => {
  const { scans, calls, left, room, month, byHand } = await runDevices({ codes: 500, seed: 20261130 })
  console.log(`devices: ${scans} scans in ${calls} calls, ${byHand.attendances} 人次, ${byHand.attendees} 人`)
  expect([scans, left]).toEqual([4000, []])
  expect(room).toEqual(byHand)
  expect(month).toEqual(byHand)
})
