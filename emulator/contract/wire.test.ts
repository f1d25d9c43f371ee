import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { realSdk } from '../cloud/fixtures/open-test-cloud'

/** The SDK against a server that answers as it is told: what it says, and what it makes of an answer, wherever it runs. */
interface Heard { url: string; headers: IncomingMessage['headers']; text: string }
type Said = { status?: number; body: object | string } | 'nothing'
let heard: Heard[] = []
let say: (asked: Heard) => Said
const server = createServer((request, response) => {
  let text = ''
  request.setEncoding('latin1').on('data', (part: string) => (text += part)).on('end', () => {
    const asked = { url: request.url ?? '', headers: request.headers, text }
    heard.push(asked)
    const said = say(asked)
    if (said === 'nothing') return void request.socket.destroy()
    const { status = 200, body } = said
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(typeof body === 'string' ? body : JSON.stringify(body))
  })
})
const sdk = realSdk()
let origin = ''
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'local', SCF_NAMESPACE: 'here', SILENCE: 'true' })
  sdk.init({ env: 'here', secretId: 'a', secretKey: 'b', serviceUrl: `${origin}/admin` })
})
afterAll(() => void server.close())
beforeEach(() => {
  heard = []
  say = () => ({ body: { requestId: 'r', data: { list: [], total: 0 } } })
})
const notes = () => sdk.database().collection('notes')
const bodyOf = () => JSON.parse(heard.at(-1)!.text) as Record<string, unknown>

test('a question travels as canonical EJSON in a text (trap 6)', async () => {
  await notes().where({ n: 2, half: 0.5, at: new Date(5), text: /^a/i, deep: { k: sdk.database().command.gt(1) } }).orderBy('n', 'desc').get()
  expect(heard.at(-1)!.url).toMatch(/^\/admin\?env=here&seqId=/)
  expect(bodyOf()).toMatchObject({ action: 'database.getDocument', collectionName: 'notes', queryType: 'WHERE', limit: 100, order: '{"n":{"$numberInt":"-1"}}' })
  expect(JSON.parse(String(bodyOf().query))).toEqual({
    n: { $numberInt: '2' }, half: { $numberDouble: '0.5' }, at: { $date: { $numberLong: '5' } },
    text: { $regularExpression: { pattern: '^a', options: 'i' } }, 'deep.k': { $gt: { $numberInt: '1' } },
  })
})

test('a transaction is known by an id beside the data of its answer; a where() that writes leaves it out (traps 5 and 10)', async () => {
  say = () => ({ body: { requestId: 'r', transactionId: 't1', data: { list: ['{"_id":"a"}'], updated: 1, deleted: 1, total: 1, insertedIds: ['a'] } } })
  const inside = (await sdk.database().startTransaction()).collection('notes')
  const carried: Record<string, unknown> = {}
  for (const [what, call] of Object.entries({
    add: () => inside.add({ data: { n: 1 } }),
    'doc.get': () => inside.doc('a').get(),
    'doc.update': () => inside.doc('a').update({ data: { n: 1 } }),
    'doc.remove': () => inside.doc('a').remove(),
    'where.get': () => inside.where({ n: 1 }).get(),
    'where.update': () => inside.where({ n: 1 }).update({ data: { n: 1 } }),
    'where.remove': () => inside.where({ n: 1 }).remove(),
    'where.count': () => inside.where({ n: 1 }).count(),
  })) {
    await call()
    carried[what] = bodyOf().transactionId
  }
  expect(carried).toEqual({
    add: 't1', 'doc.get': 't1', 'doc.update': 't1', 'doc.remove': 't1', 'where.get': 't1',
    'where.update': undefined, 'where.remove': undefined, 'where.count': undefined,
  })
})

test('a conflict at the commit is tried again, one inside the callback is not (trap 11)', async () => {
  let tries = 0
  const conflictAt = (wanted: string) => {
    tries = 0
    say = ({ text }) => (JSON.parse(text) as { action: string }).action === wanted && tries < 3
      ? { body: { requestId: 'r', code: 'DATABASE_TRANSACTION_CONFLICT', message: 'busy' } }
      : { body: { requestId: 'r', transactionId: 't1', data: { updated: 1 } } }
    return sdk.database().runTransaction(async (transaction) => {
      tries += 1
      await transaction.collection('notes').doc('a').update({ data: { n: 1 } })
    })
  }
  await conflictAt('database.commitTransaction')
  expect(tries).toBe(3)
  await expect(conflictAt('database.modifyDocument')).rejects.toMatchObject({ errCode: -501001 })
  expect(tries).toBe(1)
})

test('openapi travels as a form with protobuf inside, and wants protobuf back (trap 7)', async () => {
  say = () => ({ body: 'not protobuf, not JSON' })
  await expect(sdk.openapi.security!.msgSecCheck!({ content: 'x' })).rejects.toMatchObject({ errCode: expect.any(Number) })
  expect(heard.at(-1)!.headers['content-type']).toMatch(/^multipart\/form-data/)
  const { text } = heard.at(-1)!
  expect(text).toMatch(/name="action"\s+wx\.openApi\s/)
  const packed = /name="requestData"[^]*?\r\n\r\n([^]*?)\r\n--/.exec(text)?.[1] ?? ''
  expect(packed).toContain('\n\u0007content\u0012') // field 1: the key, 7 bytes; field 2: its value
})

test('each code becomes a number; what has none becomes -501001 and is lost', async () => {
  const becomes = async (code: string) => {
    say = () => ({ body: { requestId: 'r', code, message: 'why' } })
    return ((await notes().get().catch((failure: unknown) => failure)) as { errCode: number }).errCode
  }
  const numbers: Record<string, number> = {
    SYS_ERR: -501001, SERVER_TIMEOUT: -501002, EXCEED_REQUEST_LIMIT: -501003, EXCEED_CONCURRENT_REQUEST_LIMIT: -501004, INVALIID_ENV: -501005,
    INVALID_PARAM: -501007, RESOURCE_NOT_INITIAL: -501009, DATABASE_REQUEST_FAILED: -502001, DATABASE_INVALID_OPERRATOR: -502002,
    DATABASE_PERMISSION_DENIED: -502003, DATABASE_COLLECTION_EXCEED_LIMIT: -502004, DATABASE_COLLECTION_NOT_EXIST: -502005,
    INVALID_ENV: -501001, DATABASE_TRANSACTION_CONFLICT: -501001, DATABASE_TRANSACTION_FAIL: -501001, DATABASE_TIMEOUT: -501001, DATABASE_DUPLICATE_WRITE: -501001,
  }
  for (const [code, number] of Object.entries(numbers)) expect(await becomes(code), code).toBe(number)
})

test('an error comes with HTTP 200; with any other status its code is lost (trap 4)', async () => {
  const body = { requestId: 'r', code: 'DATABASE_COLLECTION_NOT_EXIST', message: 'why' }
  say = () => ({ body })
  await expect(notes().get()).rejects.toMatchObject({ errCode: -502005 })
  say = () => ({ status: 500, body })
  await expect(notes().get()).rejects.toMatchObject({ errCode: -501001 })
  say = () => ({ body: '<html>' })
  await expect(notes().get()).rejects.toMatchObject({ errCode: -1 })
})

test('an upload whose PUT is answered with words fails (trap 8)', async () => {
  say = ({ url }) => url.startsWith('/put')
    ? { body: '<Error><Code>NoSpace</Code><Message>full</Message><RequestId>r</RequestId><TraceId>t</TraceId></Error>' }
    : { body: { requestId: 'r', data: { url: `${origin}/put`, token: 't', authorization: 'a', fileId: 'cloud://here/x', cosFileId: 'x' } } }
  await expect(sdk.uploadFile({ cloudPath: 'x', fileContent: Buffer.from('x') })).rejects.toMatchObject({ errMsg: expect.stringContaining('full') })
})

test('an address that has a ? already loses it: what is appended begins with another (trap 3)', async () => {
  const { stdout } = await inAnotherProcess({ TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${origin}/admin?a=1` }) })
  expect(stdout).toContain('done')
  expect(heard.at(-1)!.url).toMatch(/^\/admin\?a=1env=/)
})

test('without keys the process dies, as nobody can catch it (trap 2)', async () => {
  const { code, stdout } = await inAnotherProcess({ TENCENTCLOUD_SECRETID: '', TENCENTCLOUD_SECRETKEY: '' })
  expect([code, stdout]).not.toEqual([0, expect.stringContaining('done')])
  expect(heard).toEqual([])
})

test('SILENCE keeps the SDK from warning of a slow request that has failed long ago (trap 17)', async () => {
  say = () => 'nothing'
  const [warned, silent] = await Promise.all([inAnotherProcess({ SILENCE: '' }), inAnotherProcess({ SILENCE: 'true' })])
  expect(warned.spoken).toContain('longer than 3s')
  expect(silent.spoken).not.toContain('longer than 3s')
})

/** A count through the SDK, in a process with nothing else in its environment. */
async function inAnotherProcess(env: Record<string, string>): Promise<{ code: number | null; stdout: string; spoken: string }> {
  const script = `const cloud = require('wx-server-sdk'); cloud.init({ env: 'here' })
cloud.database().collection('notes').count().catch(() => undefined).then(() => console.log('done'))`
  const child = spawn(process.execPath, ['-e', script], {
    env: {
      TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'local', SCF_NAMESPACE: 'here', TENCENTCLOUD_SECRETID: 'a', TENCENTCLOUD_SECRETKEY: 'b',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${origin}/admin` }), SILENCE: 'true', ...env,
    },
  })
  const parts: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) child[name].setEncoding('utf8').on('data', (part: string) => (parts[name] += part))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout: parts.stdout, spoken: parts.stdout + parts.stderr }
}
