/** A phone's storage in memory, with a run of the app that may die between any two operations. What lay there then lies there still. */
import type { Shelf } from '../../src/platform/shelf'

export class RunDied extends Error {}

export interface MortalShelf {
  shelf: Shelf
  /** What lies on the phone, as JSON by name. */
  things: Map<string, string>
  /** How many operations have been done. */
  steps: number
}

/** `things`: what an earlier run left. `dieAfter`: operations that this run lives to see. `room`: how many things fit. */
export function mortalShelf(things = new Map<string, string>(), { dieAfter = Infinity, room = Infinity } = {}): MortalShelf {
  const phone: MortalShelf = { shelf: {} as Shelf, things, steps: 0 }
  const step = () => {
    if (phone.steps >= dieAfter) throw new RunDied('the app was killed')
    phone.steps += 1
  }
  phone.shelf = {
    names: (prefix) => { step(); return [...things.keys()].filter((name) => name.startsWith(prefix)) },
    read: (name) => { step(); return things.has(name) ? JSON.parse(things.get(name) ?? '') as unknown : '' },
    write: (name, content) => {
      step()
      if (!things.has(name) && things.size >= room) return false
      things.set(name, JSON.stringify(content))
      return true
    },
    remove: (name) => { step(); things.delete(name) },
    used: () => (room === Infinity ? null : things.size / room),
  }
  return phone
}
