/** Every target of every bench, with where it comes from. */
import type { Target } from './figures'

const agreed = '项目为本地云定的目标，见 bench/README.md'

export const targets = {
  emulator: {
    /** Pairs a second through the SDK, as a share of what the bare engine does in the same run. */
    pairsRatio: { atLeast: 0.15, source: agreed },
    /** From calling startCloud to the first answered query, 100,000 documents. */
    openSeconds: { below: 3, source: agreed },
    /** Of the process that holds the cloud, after a first month was read. */
    openMegabytes: { below: 300, source: agreed },
  },
} as const satisfies Record<string, Record<string, Target>>
