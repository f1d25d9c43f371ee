/** 更新: what came since is counted first. */
import { keepTotals } from '../_shared/keeping/keep-totals'

/** In ms: who asks waits so long at most; then it is as of when it was kept. */
const longest = 5_000

export async function freshen(now: number): Promise<void> {
  const limit = Date.now() + longest
  await keepTotals(now, () => Date.now() > limit)
}
