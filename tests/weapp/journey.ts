/** What walks on the real weapp build begin with: a world for the tests of one file, and phones in it, which end with each test. */
import path from 'node:path'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { CastId } from '../../emulator/world/cast'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { Phone } from './phone'

const build = path.resolve(__dirname, '../../dist/weapp')

export interface WeappJourney {
  readonly world: OpenWorld
  /** `after`: on the same phone, whose app is killed. */
  phoneOf(who: CastId, after?: Phone, at?: OpenWorld): Phone
}

export function openWeappJourney(name: 'event-day' | 'month-end'): WeappJourney {
  let world: OpenWorld
  const phones: Phone[] = []
  beforeAll(async () => { world = await openWorld({ name }) })
  afterEach(() => { for (const phone of phones.splice(0)) phone.close() })
  afterAll(() => world.stop())
  return {
    get world() { return world },
    phoneOf: (who, after, at = world) => {
      after?.close()
      const phone = new Phone(build, at, who, after)
      phones.push(phone)
      return phone
    },
  }
}

/** What waits in the queue of this phone. */
export function waitingOn(phone: Phone): { call: string }[] {
  return [...phone.state.storage].filter(([name]) => name.startsWith('queue/')).map(([, text]) => JSON.parse(text) as { call: string })
}
