import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Answer } from '#contract/call'
import { canonicalJson } from '#contract/canonical-json'
import { mostBatchBytes, queuedCalls, type QueuedName, type sendQueue } from '#contract/queue/send'
import * as v from 'valibot'
import type { Shelf } from '../../src/platform/shelf'
import { contentHash } from '../../src/stores/queue/content-hash'
import { openQueue, type QueueParts } from '../../src/stores/queue/queue'
import type { InQueue } from '../../src/stores/queue/queued-record'
import { mortalShelf, RunDied } from './mortal-shelf'

type Sent = Parameters<QueueParts['send']>[0]
const stamp = (n: number) => ({ recordId: `record-${String(n).padStart(17, '0')}`, at: '2026-11-27T11:05:00.000Z', offsetMs: 0 })
const checkIn = (n: number) => ({ ...stamp(n), sessionId: 'opera-s1', personKey: `p-${n}`, present: 1, source: 'tap' as const })
const visit = (n: number) => ({ ...stamp(n), indicator: 'visits_paid' as const, quantity: n + 1, softness: 'exact' as const, on: '2026-11-27', unitId: 'yuyin-3' })
const entryBack = (n: number, entry: number) => ({ ...stamp(n), entryId: stamp(entry).recordId, rev: 1, quantity: 1, softness: 'exact' as const, on: '2026-11-27', withdrawn: true, reason: '没有发生' })
const idOf = ({ input }: { input: unknown }) => (input as { recordId: string }).recordId
const hashOf = (call: QueuedName, input: unknown) => createHash('sha256').update(canonicalJson(v.parse(queuedCalls[call].input, input))).digest('hex')

/** The community's side, as its promise is: each id once. `taken`: content by id; `refuses`: ids that it never takes. */
function community(refuses: Record<string, string> = {}) {
  const taken = new Map<string, string>()
  const batches: string[][] = []
  const answerOne = ({ call, input }: Sent[number]) => {
    const recordId = idOf({ input })
    if (refuses[recordId]) return { ok: false as const, recordId, failure: refuses[recordId] }
    const outcome = taken.has(recordId) ? 'already-there' : 'counted'
    taken.set(recordId, taken.get(recordId) ?? canonicalJson(input))
    return { ok: true as const, recordId, value: { recordId, hash: hashOf(call, input), outcome } }
  }
  const send = (records: Sent): Promise<Answer<typeof sendQueue>> => {
    batches.push(records.map(idOf))
    return Promise.resolve({ ok: true, value: { answers: records.map(answerOne) } })
  }
  return { taken, batches, send }
}
const open = (shelf: Shelf, send: QueueParts['send'], owner = 'p-chen') => openQueue({ shelf, send, owner: () => owner })
const states = (queue: ReturnType<typeof openQueue>) => queue.store.getState().records.map((one: InQueue) => [idOf(one), one.state, one.failed?.failure ?? one.refused?.failure ?? null])
const offline = () => Promise.resolve({ ok: false as const, failure: 'offline' as const })

test('both sides hash the same text to the same hash', () => {
  for (const text of ['{}', '李阿姨一家', '\u{1F3AD}“戏”\n2 号楼', 'é']) expect(contentHash({ b: text, a: [1, null] })).toBe(createHash('sha256').update(canonicalJson({ a: [1, null], b: text })).digest('hex'))
})

describe('a record leaves the phone on its receipt only', () => {
  const login = { ok: true, value: { html: '<title>欢迎使用无线网络</title>' } } as never
  const answers = (...all: unknown[]) => ({ ok: true, value: { answers: all } }) as never
  test.each<[string, (record: Sent[number]) => Answer<typeof sendQueue>]>([
    ['no line', () => ({ ok: false, failure: 'offline' })],
    ['a fault', () => ({ ok: false, failure: 'internal' })],
    ['a login page that says 200', () => login],
    ['no answers', () => answers()],
    ['a receipt without a hash', (one) => answers({ ok: true, recordId: idOf(one), value: { recordId: idOf(one), outcome: 'counted' } })],
    ['the hash of other bytes', (one) => answers({ ok: true, recordId: idOf(one), value: { recordId: idOf(one), hash: hashOf('work/log', visit(8)), outcome: 'counted' } })],
    ['a receipt of another record', (one) => answers({ ok: true, recordId: idOf(one), value: { recordId: stamp(8).recordId, hash: hashOf('work/log', visit(1)), outcome: 'counted' } })],
    ['time up before its turn', (one) => answers({ ok: false, recordId: idOf(one), failure: 'not-yet' })],
    ['too fast', (one) => answers({ ok: false, recordId: idOf(one), failure: 'too-fast' })],
  ])('%s: it waits, and goes with the next good answer', async (_name, answer) => {
    const { things, shelf } = mortalShelf()
    const server = community()
    let bad = true
    const queue = open(shelf, (records) => (bad ? Promise.resolve(answer(records[0] as Sent[number])) : server.send(records)))
    expect(await queue.enqueue('work/log', visit(1))).toEqual({ ok: true })
    await queue.sendAll()
    expect(things.size).toBe(1)
    expect(states(queue)).toEqual([[stamp(1).recordId, 'waiting', expect.any(String)]])
    bad = false
    await queue.sendAll()
    expect([things.size, server.taken.size, queue.store.getState().records.length]).toEqual([0, 1, 0])
  })
})

test('what an older version of the app laid down, without what its call has got since, leaves on its receipt', async () => {
  const { things, shelf } = mortalShelf()
  const server = community()
  await open(shelf, offline).enqueue('work/log', visit(1))
  const [name = '', laid = ''] = [...things][0] ?? []
  const record = JSON.parse(laid) as { input: Record<string, unknown> }
  expect(record.input).toHaveProperty('dayConfirmed', false)
  delete record.input.dayConfirmed
  things.set(name, JSON.stringify(record))
  await open(shelf, server.send).sendAll()
  expect([things.size, server.taken.size]).toEqual([0, 1])
})

test('what is refused for good goes to the tray, also after a restart, and holds up nobody; put back, it goes once more', async () => {
  const { things, shelf } = mortalShelf()
  const refuses = { [stamp(2).recordId]: 'check-in-closed' }
  const server = community(refuses)
  const queue = open(shelf, server.send)
  for (const n of [1, 2, 3]) await queue.enqueue('attendance/check-in', checkIn(n))
  await queue.sendAll()
  expect(states(queue)).toEqual([[stamp(2).recordId, 'refused', 'check-in-closed']])
  const again = open(mortalShelf(things).shelf, server.send)
  await again.sendAll()
  expect(states(again)).toEqual([[stamp(2).recordId, 'refused', 'check-in-closed']])
  expect(server.batches).toHaveLength(1)
  delete refuses[stamp(2).recordId]
  again.putBack(stamp(2).recordId)
  await again.sendAll()
  expect([server.taken.size, things.size]).toEqual([3, 0])
})

test('where the envelope is refused, the record that spoils it is found and the others go', async () => {
  const server = community()
  const queue = open(mortalShelf().shelf, (records) => (records.some((one) => idOf(one) === stamp(5).recordId) ? Promise.resolve({ ok: false, failure: 'bad-input', message: '记录不对' }) : server.send(records)))
  for (let n = 0; n < 12; n += 1) await queue.enqueue('attendance/check-in', checkIn(n))
  await queue.sendAll()
  expect(server.taken.size).toBe(11)
  expect(states(queue)).toEqual([[stamp(5).recordId, 'refused', 'bad-input']])
})

test('a batch holds at most a hundred records and what WeChat takes, and goes in the order things were done', async () => {
  const server = community()
  const queue = open(mortalShelf().shelf, server.send)
  const note = '在东门口拦了一辆车'.repeat(20)
  for (let n = 0; n < 250; n += 1) await queue.enqueue('work/log', { ...visit(n), indicator: 'banners_hung', note })
  await queue.sendAll()
  expect(server.taken.size).toBe(250)
  expect(server.batches.flat()).toEqual(Array.from({ length: 250 }, (_, n) => stamp(n).recordId))
  const weight = Buffer.byteLength(JSON.stringify({ call: 'work/log', input: { ...visit(100), indicator: 'banners_hung', note } }))
  expect(weight * Math.max(...server.batches.map((batch) => batch.length))).toBeLessThanOrEqual(mostBatchBytes)
  expect(server.batches.length).toBeLessThan(5)
})

test('a correction follows its entry, which may need a second try', async () => {
  const server = community()
  const seen: string[][] = []
  let firstTime = true
  const queue = open(mortalShelf().shelf, (records) => {
    seen.push(records.map(({ call }) => call))
    if (!firstTime) return server.send(records)
    firstTime = false
    return offline()
  })
  await queue.enqueue('work/log', visit(1))
  await queue.enqueue('work/correct', entryBack(2, 1))
  await queue.sendAll()
  await queue.sendAll()
  expect(seen).toEqual([['work/log'], ['work/log'], ['work/correct']])
})

test('what takes back a new face follows that face, whose key only the community knows', async () => {
  const server = community()
  const seen: string[][] = []
  let firstTime = true
  const queue = open(mortalShelf().shelf, (records) => {
    seen.push(records.map(({ call }) => call))
    if (!firstTime) return server.send(records)
    firstTime = false
    return offline()
  })
  await queue.enqueue('attendance/meet-face', { ...stamp(1), sessionId: 'opera-s1', callName: '王奶奶' })
  await queue.enqueue('attendance/undo', { ...stamp(2), sessionId: 'opera-s1', of: { what: 'meet-face', recordId: stamp(1).recordId } })
  await queue.sendAll()
  await queue.sendAll()
  expect(seen).toEqual([['attendance/meet-face'], ['attendance/meet-face'], ['attendance/undo']])
})

test('who holds the phone sends their own records, and nobody else\'s are lost for it', async () => {
  const { things, shelf } = mortalShelf()
  const server = community()
  await open(shelf, offline).enqueue('attendance/check-in', checkIn(1))
  const other = open(shelf, server.send, 'p-zhou')
  await other.enqueue('attendance/check-in', checkIn(2))
  await other.sendAll()
  expect([...server.taken.keys()]).toEqual([stamp(2).recordId])
  expect(things.size).toBe(1)
  await open(shelf, server.send).sendAll()
  expect(things.size).toBe(0)
})

test('one record twice is one; other bytes under its id are refused; so is what the contract does not read, and where there is no room nothing old goes', async () => {
  const { things, shelf } = mortalShelf(new Map(), { room: 2 })
  const queue = open(shelf, offline)
  expect(await queue.enqueue('work/log', visit(1))).toEqual({ ok: true })
  expect(await queue.enqueue('work/log', visit(1))).toEqual({ ok: true })
  expect(await queue.enqueue('work/log', { ...visit(1), quantity: 9 })).toEqual({ ok: false, failure: 'record-id-taken' })
  for (const quantity of [0, -3, 2.5, 1e9 * 100, Number.NaN]) expect(await queue.enqueue('work/log', { ...visit(7), quantity })).toMatchObject({ ok: false, failure: 'bad-input', message: expect.stringMatching(/数量/) as string })
  expect(await queue.enqueue('work/log', visit(2))).toEqual({ ok: true })
  expect(await queue.enqueue('work/log', visit(3))).toEqual({ ok: false, failure: 'no-room' })
  expect([...things.keys()]).toEqual([1, 2].map((n) => `queue/${stamp(n).recordId}`))
  expect(queue.store.getState().records).toHaveLength(2)
})

test('what cannot be read stays where it lies and holds up nothing', async () => {
  const things = new Map([['queue/from-tomorrow', '{"call":"work/unheard-of","input":{"recordId":"x"},"order":1,"owner":"p-chen"}'], ['queue/broken', '""']])
  const server = community()
  const queue = open(mortalShelf(things).shelf, server.send)
  await queue.enqueue('attendance/check-in', checkIn(1))
  await queue.sendAll()
  expect(queue.store.getState()).toMatchObject({ records: [], unreadable: 2 })
  expect(things.size).toBe(2)
})

test('what is recorded while a batch is on its way goes with the next, and two rounds are one', async () => {
  const server = community()
  let enqueued = false
  const queue = open(mortalShelf().shelf, async (records) => {
    if (!enqueued) { enqueued = true; await queue.enqueue('attendance/check-in', checkIn(2)); void queue.sendAll() }
    return server.send(records)
  })
  await queue.enqueue('attendance/check-in', checkIn(1))
  await Promise.all([queue.sendAll(), queue.sendAll()])
  expect(server.batches).toEqual([[stamp(1).recordId], [stamp(2).recordId]])
  await queue.sendAll()
  expect(server.batches).toHaveLength(2)
})

/** An evening: three records, a lost answer, a correction, a refusal. The run may die anywhere; `told`: what the worker was told is kept. */
async function evening(shelf: Shelf, send: QueueParts['send'], told: Set<string>): Promise<void> {
  const queue = open(shelf, send)
  const keep = async (name: 'attendance/check-in' | 'work/log' | 'work/correct', input: ReturnType<typeof checkIn> | ReturnType<typeof visit> | ReturnType<typeof entryBack>) => {
    const queued = await queue.enqueue(name, input as never)
    if (queued.ok) told.add(input.recordId)
  }
  await keep('attendance/check-in', checkIn(1))
  await keep('work/log', visit(2))
  await queue.sendAll()
  await keep('work/correct', entryBack(3, 2))
  await keep('attendance/check-in', checkIn(4))
  await queue.sendAll()
}

/** What is neither with the community nor on the phone though it was told, over deaths before every operation of the evening. */
async function lostIn(shelfOf: (things: Map<string, string>, dieAfter: number) => Shelf): Promise<{ lost: number; deaths: number }> {
  const whole = mortalShelf()
  await evening(whole.shelf, community().send, new Set())
  let lost = 0
  for (let dieAfter = 0; dieAfter < whole.steps; dieAfter += 1) {
    for (const lossy of [false, true]) {
      const things = new Map<string, string>()
      const told = new Set<string>()
      const server = community()
      let calls = 0
      const send = async (records: Sent) => {
        const answer = await server.send(records)
        calls += 1
        return lossy && calls === 1 ? offline() : answer
      }
      await evening(shelfOf(things, dieAfter), send, told).catch((error: unknown) => { if (!(error instanceof RunDied)) throw error })
      const next = open(mortalShelf(things).shelf, server.send)
      await next.sendAll()
      await next.sendAll()
      lost += [...told].filter((id) => !server.taken.has(id)).length
      expect(next.store.getState().records).toEqual([])
    }
  }
  return { lost, deaths: whole.steps * 2 }
}

describe('the app is killed between any two operations of its storage', () => {
  test('what was told is with the community after the next run, once each', async () => {
    const { lost, deaths } = await lostIn((things, dieAfter) => mortalShelf(things, { dieAfter }).shelf)
    expect(lost).toBe(0)
    expect(deaths).toBeGreaterThan(16)
  })

  test('the same look finds a storage that writes only a moment later', async () => {
    const { lost } = await lostIn((things, dieAfter) => {
      const { shelf } = mortalShelf(things, { dieAfter })
      let late: (() => void) | null = null
      const flush = () => { late?.(); late = null }
      return { ...shelf, names: (p) => { flush(); return shelf.names(p) }, write: (name, content) => { flush(); late = () => void shelf.write(name, content); return true }, remove: (name) => { flush(); shelf.remove(name) } }
    })
    expect(lost).toBeGreaterThan(0)
  })
})

test('where the key is gone for good an entry goes without its words; who is known by nothing but their words goes to the tray, where they say so', async () => {
  const { shelf } = mortalShelf()
  let key = true
  const box = { seal: (content: unknown) => Promise.resolve(JSON.stringify(content)), open: (sealed: string) => Promise.resolve(key ? JSON.parse(sealed) as unknown : undefined) }
  const server = community()
  const opened = () => openQueue({ shelf, send: server.send, owner: () => 'p-chen', box })
  const before = opened()
  await before.enqueue('work/log', { ...visit(1), indicator: 'banners_hung', note: '东门' })
  await before.enqueue('attendance/meet-face', { ...stamp(2), sessionId: 'opera-s1', callName: '王奶奶' })
  key = false
  const queue = opened()
  await queue.sendAll()
  expect([...server.taken.keys()]).toEqual([stamp(1).recordId])
  expect(server.taken.get(stamp(1).recordId)).not.toContain('东门')
  expect(states(queue)).toEqual([[stamp(2).recordId, 'refused', 'words-lost']])
})
