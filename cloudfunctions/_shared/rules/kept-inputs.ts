/** What each unit's month is counted from, as one hash: a unit whose hash is the one of before is not counted again. Pure. */
import { createHash, type Hash } from 'node:crypto'
import type { Month } from './figures'

export interface ClosedBy { unitId: string; path: readonly string[]; hash: string }

/** `rev` of an entry goes in where it is known: a correction tells its newest reason. */
export function inputsOf(live: Month, closed: readonly ClosedBy[]): Map<string, string> {
  const hashes = new Map<string, Hash>()
  const add = (path: readonly string[], line: unknown) => {
    const text = JSON.stringify(line)
    for (const unitId of new Set(path)) {
      const hash = hashes.get(unitId) ?? createHash('sha256')
      hashes.set(unitId, hash.update(text).update('\n'))
    }
  }
  for (const { event, session, room, softness, personKeys } of live.held) {
    add(event.path, [session.id, session.on, event.kind, event.title, event.path, event.countOnly, live.openedBefore.has(event._id), room, softness, [...personKeys].sort()])
  }
  for (const entry of [...live.entries].sort((a, b) => (a._id < b._id ? -1 : 1))) {
    add(entry.path, [entry._id, entry.indicator, entry.quantity, entry.softness, entry.on, entry.path, (entry as { rev?: number }).rev ?? 0])
  }
  for (const line of [...(live.imported ?? [])].sort((a, b) => (a._id < b._id ? -1 : 1))) add(line.path, [line._id, line.hundredths, line.softness, line.source, line.overlap, line.path])
  for (const { unitId, path, hash } of [...closed].sort((a, b) => (a.unitId < b.unitId ? -1 : 1))) add(path, [unitId, hash])
  return new Map([...hashes].map(([unitId, hash]) => [unitId, hash.digest('hex').slice(0, 32)]))
}
