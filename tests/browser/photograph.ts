/** What everybody saw when it went wrong, in .linli/journeys. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'

export async function photograph(all: Browser): Promise<void> {
  const folder = path.resolve(__dirname, '../../.linli/journeys')
  mkdirSync(folder, { recursive: true })
  for (const [i, context] of all.contexts().entries()) {
    for (const page of context.pages()) {
      await page.screenshot({ path: path.join(folder, `person-${i}.png`) })
      writeFileSync(path.join(folder, `person-${i}.html`), await page.content())
    }
  }
}
