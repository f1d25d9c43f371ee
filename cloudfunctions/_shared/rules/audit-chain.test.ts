import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { emptyHead, entryId, nextEntry, troublesWith, type AuditEntry, type AuditHead } from './audit-chain'

const key = { kid: 'k1', bytes: randomBytes(32) }
const stranger = { kid: 'k1', bytes: randomBytes(32) }

function chainOf(length: number, sealedWith = key): { entries: AuditEntry[]; head: AuditHead } {
  let head = emptyHead('hewan')
  const entries: AuditEntry[] = []
  for (let n = 1; n <= length; n += 1) {
    const entry = nextEntry(head, { action: 'attendance/undo', by: `p${n % 3}`, unitId: 'yuyin', about: `e${n}`, facts: { rev: n } }, '2026-11-27T11:00:00.000Z', sealedWith)
    entries.push(entry)
    head = { _id: 'hewan', n, hash: entry.hash }
  }
  return { entries, head }
}
const { entries, head } = chainOf(12)
const troubles = (changed: AuditEntry[], at: AuditHead | null = head, checkpoints = [] as { chain: string; n: number; hash: string }[]) =>
  troublesWith('hewan', changed, at, [key], checkpoints).map(({ kind, n }) => `${kind} ${n}`)
const without = (...ns: number[]) => entries.filter(({ n }) => !ns.includes(n))
const changed = (n: number, change: Partial<AuditEntry>) => entries.map((entry) => (entry.n === n ? { ...entry, ...change } : entry))

test('a whole chain has no trouble, also an empty one, also after the key was rotated', () => {
  expect(troubles(entries)).toEqual([])
  expect(troublesWith('hewan', [], null, [key])).toEqual([])
  const young = { kid: 'k2', bytes: randomBytes(32) }
  const next = nextEntry(head, { action: 'roles/grant', by: 'p1', unitId: 'yuyin', about: 'x', facts: {} }, '2026-11-27T12:00:00.000Z', young)
  expect(troublesWith('hewan', [...entries, next], { _id: 'hewan', n: 13, hash: next.hash }, [young, key])).toEqual([])
})

test('every field of every entry is sealed', () => {
  for (const entry of entries) {
    for (const [field, value] of Object.entries({ at: '2026-11-28T11:00:00.000Z', action: 'x', by: 'px', unitId: 'x', about: 'x', facts: { rev: 99 }, prev: 'x', hash: 'x', kid: 'k9' })) {
      expect(troubles(changed(entry.n, { [field]: value })), field).toContain(`edited ${entry.n}`)
    }
  }
})

test('what is deleted leaves a gap, wherever it was', () => {
  expect(troubles(without(1))).toEqual(['deleted 1'])
  expect(troubles(without(5))).toEqual(['deleted 5'])
  expect(troubles(without(4, 5, 9))).toEqual(['deleted 4', 'deleted 5', 'deleted 9'])
})

test('what is inserted was never sealed', () => {
  const forged = { ...entries[4]!, _id: 'hewan:0000000005b', about: 'forged' }
  expect(troubles([...entries, forged])).toEqual(['inserted 5'])
  const beyond = nextEntry(head, { action: 'x', by: 'p', unitId: 'y', about: 'z', facts: {} }, '2026-11-27T12:00:00.000Z', stranger)
  expect(troubles([...entries, beyond], { _id: 'hewan', n: 13, hash: beyond.hash })).toEqual(['edited 13'])
})

test('entries that changed places are found', () => {
  const swapped = entries.map((entry) => (entry.n === 3 ? { ...entries[6]!, _id: entry._id } : entry.n === 7 ? { ...entries[2]!, _id: entry._id } : entry))
  expect(troubles(swapped)).toEqual(expect.arrayContaining([expect.stringMatching(/ 3$/), expect.stringMatching(/ 7$/)]))
  const elsewhere = troublesWith('liuqiao', entries, { ...head, _id: 'liuqiao' }, [key])
  expect(elsewhere).not.toEqual([])
})

test('a tail that was cut off is found by the head, and without the head too', () => {
  expect(troubles(without(11, 12))).toEqual(['cut-off 11'])
  expect(troubles(without(12))).toEqual(['cut-off 12'])
  expect(troubles(entries, null)).toEqual(['cut-off 12'])
  expect(troubles([], head)).toEqual(['cut-off 1'])
  expect(troubles(entries, { _id: 'hewan', n: 10, hash: entries[9]!.hash })).toEqual(['cut-off 11'])
})

test('a head that says another hash of the last entry is none of this chain', () => {
  expect(troubles(entries, { ...head, hash: 'f'.repeat(64) })).toEqual(['begun-anew 12'])
  expect(troubles(entries, { _id: 'hewan', n: 12 } as AuditHead)).toEqual(['begun-anew 12'])
})

test('a tail cut off together with an old head is found by a checkpoint that was kept apart, and only by it', () => {
  const old = { _id: 'hewan', n: 8, hash: entries[7]!.hash }
  expect(troubles(entries.slice(0, 8), old)).toEqual([])
  expect(troubles(entries.slice(0, 8), old, [{ chain: 'hewan', n: 10, hash: entries[9]!.hash }])).toEqual(['cut-off 9'])
  expect(troubles([], null, [{ chain: 'hewan', n: 10, hash: entries[9]!.hash }])).toEqual(['cut-off 1'])
})

test('a chain that was written anew from the start is none of ours, and one written on from an old copy forks', () => {
  const forged = chainOf(12, stranger)
  expect(troubles(forged.entries, forged.head)).toEqual(['begun-anew 1'])
  const branch = nextEntry({ _id: 'hewan', n: 8, hash: entries[7]!.hash }, { action: 'x', by: 'p', unitId: 'y', about: 'z', facts: {} }, '2026-11-27T12:00:00.000Z', key)
  expect(troubles([...entries.slice(0, 8), branch], { _id: 'hewan', n: 9, hash: branch.hash }, [{ chain: 'hewan', n: 9, hash: entries[8]!.hash }])).toEqual(['begun-anew 9'])
})

test('an old copy that was put back and written on, mixed with what came first: each entry is genuine, and where they part is found', () => {
  const write = (on: AuditHead, about: string) => nextEntry(on, { action: 'attendance/undo', by: 'p1', unitId: 'yuyin', about, facts: {} }, '2026-11-27T12:00:00.000Z', key)
  const old = { _id: 'hewan', n: 9, hash: entries[8]!.hash }
  const tenth = write(old, 'another tenth')
  const eleventh = write({ _id: 'hewan', n: 10, hash: tenth.hash }, 'another eleventh')
  // The first tenth stays, the other eleventh follows it.
  expect(troubles([...entries.slice(0, 10), eleventh], { _id: 'hewan', n: 11, hash: eleventh.hash })).toEqual(['begun-anew 11'])
  // Either branch by itself is whole.
  expect(troubles([...entries.slice(0, 9), tenth, eleventh], { _id: 'hewan', n: 11, hash: eleventh.hash })).toEqual([])
})

test.each([['no number at all', undefined], ['a word', 'x'], ['nothing', null], ['half a place', 2.5], ['less than none', -1], ['more than there ever are', 1e300]])('an end that is %s hides no tail that was cut off, in the head or in a checkpoint', (_, n) => {
  const spoilt = { _id: 'hewan', n, hash: 'x' } as unknown as AuditHead
  expect(troubles(entries, spoilt)).toEqual(['cut-off 13'])
  expect(troubles(entries.slice(0, 8), spoilt)).toEqual(['cut-off 9'])
  expect(troubles(without(4, 12), spoilt)).toEqual(['deleted 4', 'cut-off 12'])
  expect(troubles([], spoilt)).toEqual(['cut-off 1'])
  expect(troubles(entries.slice(0, 8), { _id: 'hewan', n: 8, hash: entries[7]!.hash }, [{ chain: 'hewan', n, hash: 'x' } as never])).toEqual(['cut-off 9'])
  expect(() => nextEntry(spoilt, { action: 'x', by: 'p', unitId: 'y', about: 'z', facts: {} }, '2026-11-27T12:00:00.000Z', key)).toThrow('is none')
})

test('an end far behind everything, and an entry put there, are told in a bounded time', () => {
  const far = { ...entries[4]!, _id: 'hewan:900000000000000', n: 900_000_000_000_000 }
  const found = troubles([...entries, far], { _id: 'hewan', n: 900_000_000_000_001, hash: 'x' })
  expect(found.slice(0, 2)).toEqual(['deleted 13', 'deleted 14'])
  expect(found).toEqual(expect.arrayContaining(['edited 900000000000000', 'cut-off 900000000000001']))
  expect(found.length).toBeLessThan(200)
})

test('an id that is no text and an entry without a number are told, and end nothing', () => {
  expect(troubles([...entries, { ...entries[4]!, _id: 7 } as unknown as AuditEntry])).toEqual([expect.stringMatching(/^(inserted|edited) /)])
  expect(troubles([...entries, { _id: 'hewan:x', chain: 'hewan' } as unknown as AuditEntry])).toEqual(['inserted 0'])
})

test('a long chain that was written anew is told as fast as it is read', () => {
  const forged = Array.from({ length: 30_000 }, (_, i) => ({ ...entries[0]!, _id: entryId('hewan', i + 1), n: i + 1, hash: 'f' }))
  expect(troubles([...entries, ...forged.slice(12)], { _id: 'hewan', n: 30_000, hash: 'f' })).toHaveLength(30_000 - 12)
})
