/** What a person does on a page, and sees there. Pages that one came from stay in the document, out of sight. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { namelessControls, type Visit } from './visit'

/** A name as text is the whole name, however often it stands on the page. */
export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' }).filter({ visible: true }).first()

export const reads = (page: Page, words: string | RegExp): Promise<void> => page.getByText(words).filter({ visible: true }).first().waitFor()

/** Every stop of a walk: what is on the page can be named, and nothing went wrong on the way. */
export async function atEase({ page, troubles }: Visit, where: string): Promise<void> {
  expect(await namelessControls(page), where).toEqual([])
  expect(troubles, where).toEqual([])
}
