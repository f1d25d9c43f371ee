/** A page to look at, in one of its states. */
import type { Page } from 'playwright-core'
import type { CastId } from '../../emulator/world/cast'

export interface Looked {
  /** In app.config.ts. */
  page: string
  /** 活动页，已报名 */
  as: string
  query?: string
  who?: CastId
  /** Stands there when it has come. */
  reads: string
  /** Opens a sheet, types something. */
  opens?: (page: Page) => Promise<void>
  /** What may be there against a rule. */
  excuses?: (rule: string, words: string) => boolean
}
