/** What the last tap could not even keep on this phone, for the page that it was made on: nothing of it is counted anywhere. */
import { create } from '../forgettable'
import type { Queued } from './queue'

export const useUnkept = create<{ failed: Extract<Queued, { ok: false }> | null }>()(() => ({ failed: null }))
