/** What `serve` adds to a call: its one database operation, and its own time. What each figure means stands in bench/README.md. */
import { join } from 'node:path'
import { startChild } from '../children'
import { figure, runs, type Bench, type Figure } from '../figures'
import { targets } from '../targets'
import type { ServeProcess } from './processes/serve'

async function ownTime(): Promise<Figure[]> {
  const process = startChild<ServeProcess>(join(__dirname, 'processes/serve.ts'))
  try {
    await process.ask('milliseconds', 'light')
    return [
      figure('serve 自己用的时间，空的输入', '毫秒', await runs(() => process.ask('milliseconds', 'light')), targets.serve.ownMs),
      figure('serve 自己用的时间，60 个场次的活动', '毫秒', await runs(() => process.ask('milliseconds', 'heavy')), targets.serve.ownMs),
      figure('serve 自己的数据库操作', '次', await runs(() => process.ask('operations', 'light')), targets.serve.operations),
      figure('serve 自己的数据库操作，60 个场次的活动', '次', await runs(() => process.ask('operations', 'heavy')), targets.serve.operations),
    ]
  } finally {
    await process.end()
  }
}

export const bench: Bench = { 一次调用里的自己: ownTime }
