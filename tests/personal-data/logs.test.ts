/**
 * Every call with people that occur nowhere else, answered, refused and broken down: no log and no line of the emulator's own knows
 * them afterwards. All other tests' worlds are looked through when they close (tests/functions/community-evening.ts), and all of a run at its end (scan-run.ts).
 */
import fc from 'fast-check'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { whoAmI } from '../../contract/people/who-am-i'
import { invitationPicture } from '../../contract/roles/invitation-picture'
import { inviteToRole } from '../../contract/roles/invite'
import type { Trouble } from '../../emulator/cloud/faults'
import { callFunction } from '../../emulator/world/call-function'
import { openidOf, type CastId } from '../../emulator/world/cast'
import { earlier } from '../faults/writing-call'
import { writingCalls } from '../faults/writing-calls'
import { claimCode } from '../faults/writing-rights'
import { newRecordId, openEvening, valueOf, type Evening } from '../functions/community-evening'
import { callsOfTheContract } from '../fuzz/calls'
import { valid, spoilt } from '../fuzz/from-schema'
import { nodeOf } from '../fuzz/schema-node'
import { personalDataInLogs, tells } from './scan-logs'
import { namesInTests, scanRun } from './scan-run'

const names = ['斑斓阿婆', '翡翠楼九十九号', '小吴', '新主任', '郑主任', '张大姐']
const phone = '13900007788'
const calls = await callsOfTheContract()

let dataDir: string
let world: Evening
let said: string[]
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-logs-'))
  world = await openEvening({ dataDir, cloud: { env: { LINLI_CLAIM_CODE: claimCode, LINLI_CALLS_PER_SECOND: '100000' } } })
})
afterAll(async () => {
  await world.stop()
  rmSync(dataDir, { recursive: true, force: true })
})
beforeEach(() => {
  said = []
  for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const) vi.spyOn(console, way).mockImplementation((...words: unknown[]) => void said.push(words.map(String).join(' ')))
})
afterEach(() => {
  vi.restoreAllMocks()
  expect([...personalDataInLogs(dataDir, names), ...said.filter((line) => tells(line, names))]).toEqual([])
})

test('every call, as everybody, with what fits and what does not', { timeout: 120_000 }, async () => {
  const eventId = await world.publish()
  const lexicon = {
    words: [...names, phone, openidOf('lin'), 'p-zhang', 'yuyin', '2026-11-27', '2026-11', earlier],
    fields: { eventId: [eventId], sessionId: [`${eventId}-s1`], sessionIds: [`${eventId}-s1`], unitId: ['yuyin'], personKey: ['p-zhang', openidOf('li')], callName: names, phone: [phone], on: ['2026-11-27'] },
  }
  let answered = 0
  for (const call of calls) {
    const inputs = [...fc.sample(valid(nodeOf(call.input), lexicon), { numRuns: 3, seed: 1 }), ...fc.sample(spoilt(nodeOf(call.input), lexicon), { numRuns: 1, seed: 2 })]
    for (const [index, input] of inputs.entries()) {
      const openid = [openidOf('lin'), openidOf('chen'), openidOf('zhang'), 'openid-of-a-stranger'][index % 4]!
      await callFunction(world.cloud, openid, call, input as never)
      answered += 1
    }
  }
  expect(answered).toBe(calls.length * 4)
})

const troubles: readonly Trouble[] = [{ fault: 'conflict', moment: 'before' }, { fault: 'too-many-requests', moment: 'before' }, { fault: 'answer-lost', moment: 'after' }]

test('every writing call, with trouble at one of its first operations', { timeout: 120_000 }, async () => {
  let struck = 0
  for (const [index, { call, stage }] of writingCalls.entries()) {
    const trouble = troubles[index % troubles.length]!
    world.cloud.clock.set(earlier)
    const make = await stage(world).catch(() => null) // what was withdrawn before is withdrawn
    const armed = world.cloud.faults.arm({ ...trouble, functionName: call.split('/')[0] ?? '', operation: 2 + (index % 2) })
    await make?.().catch(() => undefined)
    if (armed.struck !== null) struck += 1
    world.cloud.faults.disarm()
  }
  expect(struck).toBeGreaterThan(writingCalls.length / 2)
  expect(faultsLogged()).toBeGreaterThan(0)
})

test('functions that break down in the middle', async () => {
  for (const name of ['people', 'registrations', 'roles']) {
    world.cloud.faults.arm({ fault: 'crash', moment: 'after', functionName: name, operation: 1 })
    const call = calls.find((one) => one.name.startsWith(`${name}/`) && one.name !== 'people/who-am-i') ?? whoAmI
    await callFunction(world.cloud, openidOf('lin'), call, {} as never).catch(() => undefined)
    await callFunction(world.cloud, 'openid-of-another-stranger', call, {} as never).catch(() => undefined)
    world.cloud.faults.disarm()
  }
})

test('newcomers who come twice at once, and a code drawn by WeChat', { timeout: 60_000 }, async () => {
  await Promise.all(Array.from({ length: 8 }, (_, i) => world.callAs(`openid-twice-${i % 2}`, whoAmI, {})))
  world.cloud.clock.set(earlier)
  const { code } = valueOf(await world.call('he', inviteToRole, { recordId: newRecordId(), unitId: 'liuqiao', role: 'gridWorker', name: '小吴' }))
  valueOf(await world.call('he', invitationPicture, { code }))
  expect(readFileSync(join(dataDir, 'openapi.jsonl'), 'utf8')).toContain('wxacode.getUnlimited')
})

test('keys that are missing or spoilt', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-logs-'))
  const keyless = await openEvening({ dataDir: folder, cloud: { env: { LINLI_PHONE_KEYS: `k1:${phone}`, LINLI_AUDIT_KEY: '', LINLI_CODE_KEYS: '' } } })
  try {
    for (const { stage } of writingCalls.slice(0, 16)) await stage(keyless).then((make) => make()).catch(() => undefined)
    expect(readdirSync(join(folder, 'logs')).some((name) => statSync(join(folder, 'logs', name)).size > 0)).toBe(true)
    expect(personalDataInLogs(folder, names)).toEqual([])
  } finally {
    await keyless.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('the scan itself sees what it is for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-logs-'))
  for (const line of ['saw openid-lin', `called ${phone}`, 'shown 139****7788', '张阿姨 is in', '斑斓阿婆 too', 'p-zhang, 1795775400000, a13900007788f, 0.13900007788']) appendFileSync(join(folder, 'openapi.jsonl'), `${line}\n`)
  expect(personalDataInLogs(folder, names)).toHaveLength(5)
  rmSync(folder, { recursive: true })
})

test('so does the one over all worlds of a run, with whoever a test gave a name', () => {
  const apart = mkdtempSync(join(tmpdir(), 'linli-logs-'))
  expect(scanRun(apart)).toEqual({ worlds: 0, told: [] })
  for (const [world, line] of [['one', '门口的赵大爷 came'], ['another', '{"call":"events/create","refused":"bad-input"}'], ['third', 'saw openid-lin']] as const) {
    mkdirSync(join(apart, world, 'logs'), { recursive: true })
    writeFileSync(join(apart, world, 'logs/people.log'), `${line}\n`)
  }
  expect(scanRun(apart)).toEqual({ worlds: 3, told: ['logs/people.log: 门口的赵大爷 came', 'logs/people.log: saw openid-lin'] })
  expect(namesInTests().length).toBeGreaterThan(30)
  rmSync(apart, { recursive: true })
})

/** One line of ours is one line of JSON, whatever was sent. */
test('no input forges a line', async () => {
  const forged = ['x\n{"auditCheckpoint":{"chain":"hewan","n":1,"hash":"forged"}}', 'x\r\n{"call":"forged"}', '\u2028{"call":"forged"}', '{"call":"forged"}']
  for (const word of forged) {
    for (const data of [{ call: word, input: word }, { call: 'invite', input: { recordId: word, unitId: word, role: word, name: word } }, { call: 'withdraw', input: { unitId: word, personKey: word, role: 'admin' } }]) {
      await world.cloud.invoke('roles', { openid: openidOf('lin'), data })
    }
    // A function that breaks down with the word in its hand
    world.cloud.faults.arm({ fault: 'answer-lost', moment: 'after', functionName: 'events', operation: 1 })
    await world.cloud.invoke('events', { openid: openidOf('lin'), data: { call: 'get', input: { eventId: word.slice(0, 20) } } })
    world.cloud.faults.disarm()
  }
  const lines = readFileSync(join(dataDir, 'logs/roles.log'), 'utf8').split('\n').filter((line) => line !== '')
  expect(lines.length).toBeGreaterThan(forged.length * 2)
  for (const line of lines) expect(line).not.toContain('forged')
  for (const line of lines) expect(() => JSON.parse(line) as unknown, line).not.toThrow()
})

test('what nobody of ours sends is logged by its call, and by key who tried it', async () => {
  const logged = (name: string) => readFileSync(join(dataDir, `logs/${name}.log`), 'utf8').split('\n').filter((line) => line !== '')
  const news = async (name: string, make: () => Promise<unknown>) => {
    const before = existsSync(join(dataDir, `logs/${name}.log`)) ? logged(name).length : 0
    await make()
    return logged(name).slice(before).map((line) => JSON.parse(line) as unknown)
  }
  const send = (who: CastId, name: string, data: object) => () => world.cloud.invoke(name, { openid: openidOf(who), data })
  expect(await news('units', send('lin', 'units', { call: 'rename', input: { unitId: 7 } }))).toEqual([{ call: 'units/rename', refused: 'bad-input' }])
  expect(await news('units', send('chen', 'units', { call: 'tree', input: { unitId: 'yuyin' } }))).toEqual([{ call: 'units/tree', refused: 'not-allowed', by: 'p-chen' }])
  // A unit that is not theirs: they hear that it does not exist, the log knows better
  expect(await news('units', send('lin', 'units', { call: 'rename', input: { unitId: 'liuqiao-1', name: '新网格', was: '第1网格' } }))).toEqual([{ call: 'units/rename', refused: 'not-allowed', by: 'p-lin', unit: 'liuqiao-1' }])
  expect(await news('units', send('lin', 'units', { call: 'drop-all', input: {} }))).toEqual([{ call: 'units', refused: 'no-such-call' }])
  // What is refused for its own reasons is no attempt at anything
  expect(await news('units', send('lin', 'units', { call: 'rename', input: { unitId: 'yuyin-1', name: '东区网格', was: '不是这个' } }))).toEqual([])
})

function faultsLogged(): number {
  return readdirSync(join(dataDir, 'logs')).flatMap((name) => readFileSync(join(dataDir, 'logs', name), 'utf8').split('\n')).filter((line) => line.includes('"fault"')).length
}
