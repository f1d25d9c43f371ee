/**
 * A phone's storage and files in memory, with a run of the app that may die before any of its steps, or in the middle of taking a file over. What
 * lay there then lies there still. The line of a dead run is dead too.
 */
import type { PhotoFiles, PhotoShelf } from '../../src/stores/photo-queue/photos-on-phone'
import { sha256Of } from '../photo'

export class RunDied extends Error {}

/** What outlives a run. `camera`: drawn pictures by path, which do not. */
export interface Lying { things: Map<string, string>; files: Map<string, Uint8Array>; camera: Map<string, Uint8Array> }

export const newPhone = (): Lying => ({ things: new Map(), files: new Map(), camera: new Map() })

/** `dieAfter`: steps that this run lives to see. `room`: bytes of files that fit. */
export function runOn(phone: Lying, { dieAfter = Infinity, room = Infinity } = {}) {
  const run = { steps: 0, isDead: false }
  const step = () => {
    if (run.steps >= dieAfter) run.isDead = true
    if (run.isDead) throw new RunDied('the app was killed')
    run.steps += 1
  }
  const shelf: PhotoShelf = {
    names: (prefix) => { step(); return [...phone.things.keys()].filter((name) => name.startsWith(prefix)) },
    read: (name) => { step(); return phone.things.has(name) ? JSON.parse(phone.things.get(name) ?? '') as unknown : '' },
    write: (name, content) => { step(); phone.things.set(name, JSON.stringify(content)); return true },
    remove: (name) => { step(); phone.things.delete(name) },
  }
  const files: PhotoFiles = {
    names: async () => { step(); return [...phone.files.keys()] },
    keep: async (recordId, from) => {
      const bytes = phone.camera.get(from)
      if (!bytes) throw new Error('there is no such picture')
      const used = [...phone.files.values()].reduce((sum, one) => sum + one.length, 0)
      step()
      if (used + bytes.length > room) throw new Error('no space left')
      // Half of it lies there before all of it does.
      phone.files.set(recordId, bytes.subarray(0, bytes.length >> 1))
      step()
      phone.files.set(recordId, bytes)
    },
    hashOf: async (recordId) => { step(); const bytes = phone.files.get(recordId); return bytes ? sha256Of(bytes) : null },
    remove: async (recordId) => { step(); phone.files.delete(recordId) },
  }
  /** For what the run sends: a step before it goes, and one before its answer is known. */
  async function overTheLine<T>(send: () => Promise<T>): Promise<T> {
    step()
    const answer = await send()
    step()
    return answer
  }
  return { run, shelf, files, overTheLine }
}
