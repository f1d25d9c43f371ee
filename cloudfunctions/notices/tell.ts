/**
 * What people have to hear: of changes and callings off, the evening before, and by WeChat. Each step is found again by a mark on the event or
 * the notice, so a run that breaks off anywhere is carried on by the next; any number of runs at once do no harm.
 */
import type { Job } from '../_shared/serve'
import { remind } from './remind'
import { sendDue } from './send-due'
import { tellChanges } from './tell-changes'

async function run(now: number): Promise<void> {
  const failed: string[] = []
  for (const [what, step] of [['changes', tellChanges], ['evening', remind], ['send', sendDue]] as const) {
    // One that cannot be done keeps no other waiting.
    await step(now).catch((error: unknown) => { failed.push(`${what}: ${error instanceof Error ? error.message : String((error as { errMsg?: unknown } | null)?.errMsg)}`) })
  }
  if (failed.length > 0) throw new Error(`not told: ${failed.join('; ')}`)
}

export const tell: Job = { name: 'notices/tell', run }
