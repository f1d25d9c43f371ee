/** A store for what one reading call answers. The newest question wins; a repeat of the same keeps what stands while it asks. */
import { create } from './forgettable'
import type { Call, Output } from '#contract/call'
import { call, type Sent } from './call'
import type { Failed } from './failure-words'

export interface Fetched<C extends Call> {
  input: Sent<C> | null
  value: Output<C> | null
  failed: Failed<C> | null
  loading: boolean
  load(input: Sent<C>): Promise<void>
  reload(): Promise<void>
}

export function fetchStore<C extends Call>(contract: C) {
  return create<Fetched<C>>()((set, get) => ({
    input: null,
    value: null,
    failed: null,
    loading: false,
    load: async (input) => {
      const same = JSON.stringify(input) === JSON.stringify(get().input)
      set({ input, loading: true, failed: null, ...(same ? {} : { value: null }) })
      const answer = await call(contract, input)
      if (get().input !== input) return
      set(answer.ok ? { value: answer.value, failed: null, loading: false } : { failed: answer, loading: false })
    },
    reload: async () => {
      const { input } = get()
      if (input !== null) await get().load(input)
    },
  }))
}
