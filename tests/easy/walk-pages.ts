/** Opens pages as a browser really draws them, on three widths of phones, and notes what breaks a rule: page, width, type size, rule, whose words, how much. */
import type { Browser, Page } from 'playwright-core'
import type { House } from '../../emulator/open-house'
import type { TypeSize } from '../../src/theme/type-size'
import type { Looked } from './looked'
import { findingsOf, limitsOf, putRulesInto, untilReady } from './measured'

const phones = [{ width: 320, height: 568 }, { width: 375, height: 667 }, { width: 414, height: 896 }] as const

export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 375, height: 667 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', hasTouch: true, reducedMotion: 'reduce' })
  context.setDefaultTimeout(8_000)
  return context.newPage()
}

/** The door's strip at the top is no part of the app, so the screen is that much higher. */
const strip = 36

async function open(page: Page, house: House, { page: path, query, who = 'zhang', reads, opens }: Looked): Promise<void> {
  // The least first: a phone does not become shorter while a page is open.
  await page.setViewportSize({ width: phones[0].width, height: phones[0].height + strip })
  await page.goto('about:blank')
  await page.unrouteAll()
  await page.goto(`${house.url}/?as=${who}#/${path}${query ? `?${query}` : ''}`)
  await page.getByText(reads).filter({ visible: true }).first().waitFor()
  await opens?.(page)
  await putRulesInto(page)
  await untilReady(page)
}

/** A line for each finding; empty when all is well. */
export async function findingsIn(browser: Browser, house: House, pages: readonly Looked[], size: TypeSize): Promise<string> {
  const page = await newPage(browser)
  const found: string[] = []
  for (const who of ['zhang', 'chen', 'lin']) {
    await page.goto(`${house.url}/?as=${who}`)
    await page.evaluate((data) => localStorage.setItem('type-size', JSON.stringify({ data })), size)
  }
  for (const one of pages) {
    try {
      await open(page, house, one)
    } catch (error) {
      found.push(`${one.as} | ${size} | did not come: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
      continue
    }
    for (const { width, height } of phones) {
      await page.setViewportSize({ width, height: height + strip })
      for (const { rule, words, measured } of await findingsOf(page, limitsOf[size])) {
        if (!one.excuses?.(rule, words)) found.push(`${one.as} | ${width} | ${size} | ${rule} | ${words} | ${measured}`)
      }
    }
  }
  await page.context().close()
  return found.join('\n')
}
