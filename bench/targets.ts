/** Every target of every bench, with where it comes from. */
import type { Target } from './figures'

export const targets = {
  emulator: {
    pairsRatio: { atLeast: 0.15, source: '验收要求；最初的试验约为 0.27：经 SDK 1,043，引擎 3,911 对/秒' },
    openSeconds: { below: 3, source: '验收要求：打开十万个文档的世界用时不到 3 秒' },
    openMegabytes: { below: 300, source: '验收要求：这时内存占用不到 300 MB' },
  },
  serve: {
    ownMs: { below: 1, source: '验收要求：除一次数据库操作外，每次调用最多 1 毫秒' },
  },
} as const satisfies Record<string, Record<string, Target>>
