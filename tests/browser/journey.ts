/** What every walk in a browser begins with: a house and a browser for the tests of one file, and what everybody saw when one of them goes wrong. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { openHouse, type House } from '../../emulator/open-house'
import type { CastId } from '../../emulator/world/cast'
import { openBrowser } from './find-browser'
import { photograph } from './photograph'
import { visit, type Visit } from './visit'

export interface Journey {
  readonly house: House
  readonly browser: Browser
  visit(who: CastId, viewport?: { width: number; height: number }): Promise<Visit>
}

export function openJourney(world: 'event-day' | 'month-end', makeReady?: (journey: Journey) => Promise<void>): Journey {
  let house: House
  let browser: Browser
  const journey: Journey = {
    get house() { return house },
    get browser() { return browser },
    visit: (who, viewport) => visit(browser, house, who, viewport),
  }
  beforeAll(async () => {
    browser = await openBrowser()
    house = await openHouse({ name: world })
    await makeReady?.(journey)
  })
  beforeEach(({ onTestFailed }) => { onTestFailed(() => photograph(browser)) })
  afterAll(async () => {
    await browser?.close()
    await house?.stop()
  })
  return journey
}
