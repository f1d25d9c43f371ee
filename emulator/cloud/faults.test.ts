import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Trouble } from './faults'
import { FIXTURES } from './fixtures/open-test-cloud'
import { startCloud, type Cloud } from './start-cloud'

let cloud: Cloud
const dataDir = mkdtempSync(join(tmpdir(), 'linli-faults-'))
beforeAll(async () => { cloud = await startCloud({ dataDir, functionsDir: FIXTURES, indexes: { notes: [] } }) })
afterEach(() => {
  cloud.faults.disarm()
  cloud.faults.storageAway = false
  cloud.faults.latencyMs = 0
  cloud.db.remove('notes', {})
})
afterAll(async () => {
  await cloud.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

type Step = ['add' | 'keep', string]
const take = async (...steps: Step[]) => (await cloud.invoke('steps', { data: { steps } })) as string[]
const arm = (trouble: Trouble, operation = 1) => cloud.faults.arm({ ...trouble, functionName: 'steps', operation })
const notes = () => cloud.db.find('notes').map((note) => note._id).sort()
const isKept = (path: string) => existsSync(join(dataDir, 'files', path))

test.each<[Trouble, string, string[]]>([
  [{ fault: 'answer-lost', moment: 'before' }, 'socket hang up', ['b']],
  [{ fault: 'answer-lost', moment: 'after' }, 'socket hang up', ['a', 'b']],
  [{ fault: 'timeout', moment: 'before' }, '-501001', ['b']],
  [{ fault: 'timeout', moment: 'after' }, '-501001', ['a', 'b']],
  [{ fault: 'conflict', moment: 'before' }, 'Transaction is busy', ['b']],
  [{ fault: 'too-many-requests', moment: 'before' }, '-501003', ['b']],
])('%o: the function hears of it, and goes on', async (trouble, heard, written) => {
  const armed = arm(trouble)
  expect(await take(['add', 'a'], ['add', 'b'])).toEqual([expect.stringContaining(heard), 'done'])
  expect(armed.struck).toBe('database.insertDocument')
  expect(notes()).toEqual(written)
  // Once, and then no more.
  expect(await take(['add', 'c'])).toEqual(['done'])
})

test.each<['before' | 'after', string[]]>([['before', ['a']], ['after', ['a', 'b']]])('a crash %s the second operation ends the process there, and the next call finds another', async (moment, written) => {
  const armed = arm({ fault: 'crash', moment }, 2)
  await expect(take(['add', 'a'], ['add', 'b'], ['add', 'c'])).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
  expect(armed.struck).toBe('database.insertDocument')
  expect(notes()).toEqual(written)
  expect(await take(['add', 'd'])).toEqual(['done'])
})

test('cut off, nothing arrives any more; the next call is not', async () => {
  arm({ fault: 'cut-off', moment: 'after' })
  expect((await take(['add', 'a'], ['add', 'b'], ['keep', 'c.txt'])).every((outcome) => outcome !== 'done')).toBe(true)
  expect(notes()).toEqual(['a'])
  expect(isKept('c.txt')).toBe(false)
  expect(await take(['add', 'd'])).toEqual(['done'])
})

test('operations are counted within one invocation, and in the one function that is meant', async () => {
  const armed = arm({ fault: 'answer-lost', moment: 'before' }, 2)
  const elsewhere = cloud.faults.arm({ fault: 'crash', moment: 'before', functionName: 'probe', operation: 1 })
  expect([await take(['add', 'a']), await take(['add', 'b'])]).toEqual([['done'], ['done']])
  expect([armed.struck, elsewhere.struck]).toEqual([null, null])
  expect(await take(['add', 'c'], ['add', 'd'])).toEqual(['done', expect.stringContaining('socket hang up')])
  expect(armed.struck).toBe('database.insertDocument')
})

test('of one action, the n-th is hit whatever arrives between', async () => {
  const armed = cloud.faults.arm({ fault: 'conflict', moment: 'before', functionName: 'steps', operation: 2, of: 'database.insertDocument' })
  expect(await take(['add', 'a'], ['keep', 'a.txt'], ['add', 'b'])).toEqual(['done', 'done', expect.stringContaining('Transaction is busy')])
  expect(armed.struck).toBe('database.insertDocument')
})

test('the bytes of an upload are an operation of their own', async () => {
  const heard = cloud.faults.listen('steps')
  await take(['keep', 'a.txt'])
  expect(heard).toEqual(['storage.getUploadMetadata', 'storage.put'])
  arm({ fault: 'answer-lost', moment: 'after' }, 2)
  expect(await take(['keep', 'b.txt'])).not.toEqual(['done'])
  expect(isKept('b.txt')).toBe(true)
  arm({ fault: 'timeout', moment: 'before' }, 2)
  expect(await take(['keep', 'c.txt'])).not.toEqual(['done'])
  expect(isKept('c.txt')).toBe(false)
})

test('with storage away nothing is kept and nothing is had, and the database goes on', async () => {
  await take(['keep', 'there.txt'])
  const address = cloud.url + '/storage/there.txt'
  cloud.faults.storageAway = true
  expect(await take(['keep', 'late.txt'], ['add', 'a'])).toEqual([expect.any(String), 'done'])
  expect(isKept('late.txt')).toBe(false)
  expect((await fetch(address)).status).toBe(503)
  cloud.faults.storageAway = false
  expect(await take(['keep', 'late.txt'])).toEqual(['done'])
  expect((await fetch(address)).status).toBe(403)
})

test('every operation waits for the latency that its action has', async () => {
  const waited: string[] = []
  cloud.faults.latencyMs = (action) => {
    waited.push(action)
    return 1
  }
  expect(await take(['add', 'a'], ['keep', 'a.txt'])).toEqual(['done', 'done'])
  expect(waited).toEqual(['database.insertDocument', 'storage.getUploadMetadata', 'storage.put'])
})
