/** Function calls a second when its two processes are warm, and the first call of one that has none. */
import { join } from 'node:path'
import { startChild } from '../children'
import { figure, runs, type Figure } from '../figures'
import type { FunctionsProcess } from './processes/functions'

export async function invocations(): Promise<Figure[]> {
  const functions = startChild<FunctionsProcess>(join(__dirname, 'processes/functions.ts'))
  const warm = async (which: 'one-read' | 'who-am-i', count: number) => {
    await functions.ask('open', which)
    await functions.ask('rate', count)
    return runs(() => functions.ask('rate', count))
  }
  try {
    return [
      figure('调用热的云函数，读一个文档，两个实例', '次/秒', await warm('one-read', 1000)),
      figure('调用热的 people/who-am-i，两个实例', '次/秒', await warm('who-am-i', 300)),
      figure('people/who-am-i 的冷启动', '毫秒', await runs(() => functions.ask('cold'))),
    ]
  } finally {
    await functions.end()
  }
}
