/** The controls: two functions that are wrong on purpose, and the walk finds each where it is wrong. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startCloud, type Cloud } from '../../emulator/cloud/start-cloud'
import { restore, type Stage } from './state'
import { cutOffs, instances, walkOperations } from './walk-operations'

let cloud: Cloud
let stage: Stage
const dataDir = mkdtempSync(join(tmpdir(), 'linli-control-'))
beforeAll(async () => {
  cloud = await startCloud({ dataDir, functionsDir: join(__dirname, 'fixtures'), indexes: { notes: [], counters: [] }, instancesPerFunction: instances })
  stage = { cloud, collections: ['notes', 'counters'], filesDir: join(dataDir, 'files') }
})
beforeEach(() => restore(stage, { documents: { counters: [{ _id: 'notes', n: 0 }] }, files: {} }))
afterAll(async () => {
  await cloud.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const twoWays: typeof cutOffs = (operation) => [...cutOffs(operation), { fault: 'answer-lost', moment: 'after' }]

async function whatIsWrongWith(functionName: string, onceAState: boolean): Promise<string[]> {
  const call = async () => (await cloud.invoke(functionName, { data: {} })) as { ok: boolean }
  const complaint = await walkOperations(stage, { name: functionName, functionName, call, sweep: async () => undefined }, twoWays, { onceAState }).then(() => '', (error: Error) => error.message)
  return complaint.split('\n').filter((line) => / (repeat|repeat:)$/.test(line) || line.includes('wrong at'))
}

test.each([false, true])('a number that goes up with every repeat is found, already when only the answer to the client is lost (each state once: %s)', async (onceAState) => {
  const found = await whatIsWrongWith('careless', onceAState)
  expect(found).toContain('the answer to the client lost, after the repeat:')
  // A lost answer to the first operation leaves the same behind, since the function goes on: it is the first that is looked at
  expect(found).toContain(`${onceAState ? 'answer-lost after operation 1 (database.insertDocument)' : 'cut-off after operation 2 (database.modifyDocument)'}, after the repeat:`)
})

test.each([false, true])('what stays half done when nobody repeats it is found, between its two writes and nowhere else (each state once: %s)', async (onceAState) => {
  expect(await whatIsWrongWith('half', onceAState)).toEqual([
    'half: wrong at 2 of 6 points',
    'cut-off after operation 1 (database.modifyDocument), without a repeat:',
    'answer-lost after operation 1 (database.modifyDocument), without a repeat:',
  ])
})
