/** A person at a browser: one tab of the app as one of the cast, with everything that must not happen noted down. */
import type { Browser, Page } from 'playwright-core'
import type { House } from '../../emulator/open-house'
import { cast, type CastId } from '../../emulator/world/cast'

export interface Visit {
  page: Page
  /** Errors of the console and of the page, requests that failed or went elsewhere. Empty when all is well. */
  troubles: string[]
}

/** Comes in by the first page, as a stranger would: reads who one can be and clicks. */
export async function visit(browser: Browser, house: House, who: CastId, viewport = { width: 375, height: 812 }): Promise<Visit> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true, hasTouch: viewport.width < 800 })
  context.setDefaultTimeout(25_000)
  const page = await context.newPage()
  const troubles: string[] = []
  const ours = [house.url, house.world.cloud.url, 'data:', 'blob:']
  page.on('console', (message) => { if (message.type() === 'error') troubles.push(`console: ${message.text()}`) })
  page.on('pageerror', (error) => troubles.push(`page: ${error.message}`))
  page.on('request', (request) => { if (!ours.some((start) => request.url().startsWith(start))) troubles.push(`foreign request: ${request.url()}`) })
  page.on('response', (response) => { if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`) })
  await page.goto(house.url)
  await page.getByRole('link', { name: new RegExp(`^\\s*${cast[who].name}`) }).first().click()
  return { page, troubles }
}

/** Controls that a screen reader could not name, as they stand now on the page. */
export async function namelessControls(page: Page): Promise<string[]> {
  const nameless: string[] = []
  const roles = ['button', 'link', 'textbox', 'checkbox', 'radio', 'switch', 'tab', 'combobox', 'spinbutton', 'searchbox', 'option', 'menuitem'] as const
  for (const role of roles) {
    for (const control of await page.getByRole(role, { name: /^\s*$/ }).all()) {
      nameless.push(`${role}: ${(await control.evaluate((element) => element.outerHTML)).slice(0, 160)}`)
    }
  }
  return nameless
}
