/**
 * Stores that forget: whoever has everything about them erased leaves nothing behind in the memory of the running app either.
 * Every store of this folder is made here, so none can be left out.
 */
import { create as bareStore, type StateCreator } from 'zustand'

const forgetting = new Set<() => void>()

/** Like zustand's own. Forgetting begins the store anew, so what it reads from the drawers is read again. */
export const create = <T>() => (begin: StateCreator<T>) => {
  const store = bareStore<T>()(begin)
  onForget(() => store.setState(begin(store.setState, store.getState, store), true))
  return store
}

/** For what a store remembers beside its state: wishes under way, neighbours being added. */
export function onForget(forget: () => void): void {
  forgetting.add(forget)
}

/** The drawers are emptied before: see `emptyAllBut`. */
export function forgetEverything(): void {
  for (const forget of forgetting) forget()
}
