/** Looking for an event by its words, a moment after one has stopped typing; and the events that are over, page by page. */
import { create, onForget } from './forgettable'
import type { Output } from '#contract/call'
import { pastEvents } from '#contract/events/past'
import { searchEvents } from '#contract/events/search'
import { call } from './call'
import type { Failed } from './failure-words'

interface Search {
  /** What the answer is for; null: nothing is looked for. */
  words: string | null
  result: Output<typeof searchEvents> | null
  failed: Failed<typeof searchEvents> | null
  loading: boolean
  /** `hosts` absent: everybody's. Words without a letter ask for nothing. */
  look(typed: string, hosts: string[] | undefined): void
}

/** In ms: as long as a slow typer takes for the next key. */
const pause = 500
let waiting: ReturnType<typeof setTimeout> | undefined
let asked = 0
onForget(() => { clearTimeout(waiting); asked += 1 })

export const useSearch = create<Search>()((set) => ({
  words: null,
  result: null,
  failed: null,
  loading: false,
  look: (typed, hosts) => {
    clearTimeout(waiting)
    asked += 1
    const mine = asked
    const words = typed.trim()
    if (words === '') return set({ words: null, result: null, failed: null, loading: false })
    set({ loading: true, failed: null })
    waiting = setTimeout(() => {
      void call(searchEvents, { words, ...(hosts && { hosts }) }).then((answer) => {
        if (mine === asked) set(answer.ok ? { words, result: answer.value, failed: null, loading: false } : { words, failed: answer, loading: false })
      })
    }, pause)
  },
}))

interface Past {
  hosts: string[] | undefined
  events: Output<typeof pastEvents>['events'] | null
  after: string | null
  failed: Failed<typeof pastEvents> | null
  loading: boolean
  load(hosts: string[] | undefined): Promise<void>
  more(): Promise<void>
}

export const usePast = create<Past>()((set, get) => {
  const ask = async (hosts: string[] | undefined, after: string | null) => {
    set({ hosts, loading: true, failed: null })
    const answer = await call(pastEvents, { ...(hosts && { hosts }), ...(after !== null && { after }) })
    if (get().hosts !== hosts) return
    if (!answer.ok) return set({ failed: answer, loading: false })
    set({ events: [...(after === null ? [] : get().events ?? []), ...answer.value.events], after: answer.value.after, loading: false })
  }
  return {
    hosts: undefined,
    events: null,
    after: null,
    failed: null,
    loading: false,
    load: async (hosts) => {
      if (hosts?.join(' ') !== get().hosts?.join(' ')) set({ events: null, after: null })
      await ask(hosts, null)
    },
    more: async () => {
      const { hosts, after, loading } = get()
      if (after !== null && !loading) await ask(hosts, after)
    },
  }
})
