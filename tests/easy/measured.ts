/** Puts the rules into a page, and says what they found there. */
import path from 'node:path'
import { buildSync } from 'esbuild'
import type { Page } from 'playwright-core'
import type { TypeSize } from '../../src/theme/type-size'
import type { Finding, Limits } from './in-page/measure'

/** 标准 17 px, 长辈版 22 px, 特大 30 px; nothing is smaller than its second number. */
export const limitsOf: Record<TypeSize, Limits> = {
  standard: { body: 17, smallest: 13, target: 44, large: false },
  elder: { body: 22, smallest: 22, target: 60, large: true },
  largest: { body: 30, smallest: 30, target: 60, large: true },
}

const { outputFiles: [bundle] } = buildSync({ entryPoints: [path.join(__dirname, 'in-page/measure.ts')], bundle: true, write: false, format: 'iife', globalName: 'easyRules', target: 'es2022' })
const script = `(() => { ${bundle?.text ?? ''}; window.easyRules = easyRules })()`

type InPage = Window & { easyRules: typeof import('./in-page/measure') }

export const putRulesInto = (page: Page) => page.evaluate(script)

/** All findings at the beginning and at the end of the page, each once. */
export async function findingsOf(page: Page, limits: Limits): Promise<Finding[]> {
  const found: Finding[] = []
  for (const place of ['beginning', 'end'] as const) {
    await page.evaluate((to) => (window as unknown as InPage).easyRules.scrollTo(to), place)
    found.push(...await page.evaluate((known) => (window as unknown as InPage).easyRules.measure(known), limits))
  }
  return [...new Map(found.map((one) => [`${one.rule} ${one.words}`, one])).values()]
}

export const untilReady = (page: Page) => page.waitForFunction(() => (window as unknown as InPage).easyRules.isReady())
