/** Whatever is thrown at the cloud, it answers in the platform's form, in the same process, and keeps nothing of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startCloudProcess, type CloudProcess } from '../../tests/kill/cloud-process'

const MB = 1024 * 1024
let cloud: CloudProcess
let dataDir: string
let memoryBefore: number
const count = { action: 'database.calculateDocument', collectionName: 'notes' }

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-bad-'))
  cloud = await startCloudProcess(dataDir)
  for (let n = 0; n < 200; n++) await post(JSON.stringify(count))
  memoryBefore = Number(await cloud.ask({ memory: true }))
})
afterAll(async () => {
  await cloud.kill()
  rmSync(dataDir, { recursive: true, force: true })
})
afterEach(async () => {
  expect(cloud.ended()).toBeUndefined() // an unhandled rejection would have ended it
  expect(await post(JSON.stringify(count))).toMatchObject({ data: { total: expect.any(Number) } })
})

interface Answered { requestId?: unknown; code?: unknown; message?: unknown; data?: unknown; transactionId?: unknown }

async function post(body: string | Blob, headers: Record<string, string> = {}): Promise<Answered> {
  const response = await fetch(cloud.adminUrl, { method: 'POST', body, headers })
  expect(response.status).toBe(200)
  return (await response.json()) as Answered
}

/** Either it was done, or there are a code and a message that tell nothing of this machine. */
function inTheForm(answer: Answered, sent: string): unknown {
  expect(answer.requestId, sent).toEqual(expect.any(String))
  if (answer.code === undefined) expect(answer.data ?? answer.transactionId, sent).toBeDefined()
  if (answer.code === undefined) return undefined
  expect(answer.code, sent).toMatch(/^[A-Z]+(_[A-Z]+)+$/)
  expect(answer.message, sent).toEqual(expect.any(String))
  expect(answer.message, sent).not.toMatch(/\n\s+at |node_modules|\/(home|tmp|var|work|Users)\/|\.[cm]?[jt]s:\d|[A-Z]:\\/)
  return answer.code
}

/** Runs twenty at a time. */
async function all(bodies: string[], headers: Record<string, string> = {}): Promise<void> {
  const left = [...bodies]
  await Promise.all(Array.from({ length: 20 }, async () => {
    for (let body = left.pop(); body !== undefined; body = left.pop()) inTheForm(await post(body, headers), body.slice(0, 300))
  }))
}

test('what is no JSON object is refused', async () => {
  for (const body of ['', '{', 'null', '1', '"x"', 'true', '[]', '[{}]', '{"action":', '\u0000', '{"action":"\ud800"', '['.repeat(200_000), '{"a":'.repeat(200_000)]) {
    expect(await post(body), body.slice(0, 30)).toMatchObject({ requestId: expect.any(String), code: 'INVALID_PARAM', message: expect.any(String) })
  }
  expect(await post(new Blob([new Uint8Array([0xff, 0xfe, 0x7b, 0xc3, 0x28])]))).toMatchObject({ code: 'INVALID_PARAM' })
})

test('an action that there is not is refused', async () => {
  for (const action of [undefined, null, 1, [], {}, '', 'constructor', '__proto__', 'toString', 'database.', 'database.getDocument ', 'x'.repeat(MB)]) {
    expect(await post(JSON.stringify({ action }))).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringMatching(/^.{1,200}$/) })
  }
})

test('a function that there is not is not found', async () => {
  for (const name of ['', '.', '..', '../probe', 'probe/index.js', '__proto__', 'constructor', 'nobody', 'x'.repeat(MB), '\u0000']) {
    expect(inTheForm(await post(JSON.stringify({ action: 'functions.invokeFunction', function_name: name, request_data: '{}' })), name), name).toBe('FUNCTION_NOT_FOUND')
  }
})

const inNotes = { collectionName: 'notes', query: '{"_id":"a"}', queryType: 'WHERE', transactionId: undefined }
const parametersOf: Record<string, Record<string, unknown>> = {
  'database.addCollection': { collectionName: 'notes' },
  'database.insertDocument': { ...inNotes, data: ['{"n":1}'] },
  'database.getDocument': { ...inNotes, order: '{"n":1}', projection: '{"n":1}', limit: 1, offset: 0, multi: true },
  'database.calculateDocument': inNotes,
  'database.modifyDocument': { ...inNotes, data: '{"$set":{"n":1}}', multi: true, merge: true, upsert: false },
  'database.removeDocument': { ...inNotes, multi: true },
  'database.aggregateDocuments': { collectionName: 'notes', stages: [{ stageKey: '$match', stageValue: '{}' }] },
  'database.startTransaction': {},
  'database.commitTransaction': { transactionId: 'x' },
  'database.abortTransaction': { transactionId: 'x' },
  'storage.getUploadMetadata': { path: 'a.txt' },
  'storage.batchGetDownloadUrl': { file_list: [{ fileid: 'cloud://local-env.local-bucket/a.txt', max_age: 1 }] },
  'storage.batchDeleteFile': { fileid_list: ['cloud://local-env.local-bucket/a.txt'] },
  'functions.invokeFunction': { function_name: 'crash', request_data: '{}' },
  'wx.openApi': { apiName: 'subscribeMessage.send', requestData: '' },
}
const deep = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)
/** As JSON, so that `__proto__` is a key like any other. */
const wrong = [
  '0', '-1', '1.5', '1e308', '9007199254740993', 'null', 'true', '""', '" "', '"x"', '"\\u0000"', '"\\ud800"', '"__proto__"', '"$where"', '"../../etc/passwd"', '"a\\"; DROP TABLE notes; --"',
  '[]', '{}', '[[]]', '[null]', '[1]', '["x"]', '[{}]', '{"a":1}', '{"__proto__":{"polluted":1}}', '[{"__proto__":{"polluted":1}}]', '{"toString":1,"valueOf":1}', '{"length":-1}',
  `"${'x'.repeat(20_000)}"`, `[${'"x",'.repeat(2000)}"x"]`, `${'['.repeat(2000)}${']'.repeat(2000)}`, deep(2000),
]
/** Inside of a text, where the SDK sends queries and documents. */
const wrongTexts = [
  '{', '[]', 'null', '1', deep(50), deep(3000), `{"a":${'['.repeat(3000)}${']'.repeat(3000)}}`, '{"":1}', '{"a..b":1}', '{"$a":1}', '{"__proto__":{"polluted":1}}', '{"__proto__.polluted":1}', '{"constructor.prototype.polluted":1}',
    '{"$set":{"__proto__.polluted":1}}', '{"$set":{"constructor.prototype.polluted":1}}', '{"$set":null}', '{"$set":{"_id":"b"}}', '{"$inc":{"n":{"$numberInt":"x"}}}', '{"$rename":{"n":"__proto__.polluted"}}',
    '{"n":{"$date":{}}}', '{"n":{"$date":"never"}}', '{"n":{"$oid":{}}}', '{"n":{"$numberInt":{}}}', '{"n":{"$regularExpression":{"pattern":"("}}}', '{"n":{"$regularExpression":1}}', '{"n":{"$tcb_server_date":{"offset":{}}}}',
    '{"$where":"while(true);"}', '{"$expr":{"$function":{"body":"1","args":[],"lang":"js"}}}', '{"$and":1}', '{"$or":[]}', '{"$or":[1]}', '{"$nor":{}}', '{"n":{"$in":1}}', '{"n":{"$in":{}}}', '{"n":{"$elemMatch":1}}', '{"n":{"$regex":"("}}',
    '{"n":{"$not":1}}', '{"n":{"$size":-1}}', '{"n":{"$mod":[0,0]}}', '{"n":{"$type":"x"}}', '{"n":{"$unknown":1}}', '{"n":{"$nearSphere":1}}', '{"_id":{"$in":[[],{}]}}', '{"_id":{}}', '{"_id":null}',
].map((text) => JSON.stringify(text))

test.each(Object.keys(parametersOf))('%s answers to every wrong value of every parameter', async (action) => {
  const right = parametersOf[action] ?? {}
  const bodies = Object.keys(right).flatMap((name) => {
    const { [name]: _, ...others } = right
    const rest = JSON.stringify({ action, ...others }).slice(0, -1)
    const values = /^(query|data|order|projection|stages|request_data)$/.test(name) ? [...wrong, ...wrongTexts] : wrong
    const inList = name === 'data' || name === 'stages' ? wrongTexts.map((text) => (name === 'data' ? `[${text}]` : `[{"stageKey":"$match","stageValue":${text}},{"stageKey":"$group","stageValue":${text}}]`)) : []
    return [`${rest}}`, ...[...values, ...inList].map((value) => `${rest},"${name}":${value}}`)]
  })
  await all(bodies)
  expect(await post(JSON.stringify({ ...count, query: '{"polluted":1}' }))).toMatchObject({ data: { total: 0 } })
})

test('each action that is known is ill-treated above', async () => {
  expect(String(await cloud.ask({ actions: true })).split(' ').sort()).toEqual(Object.keys(parametersOf).sort())
})

test('a token that is none does no harm', () => all(wrong.map((value) => `{"action":"database.calculateDocument","collectionName":"notes","wxCloudApiToken":${value}}`)))

const stage = (stageKey: unknown, stageValue: unknown) => ({ action: 'database.aggregateDocuments', collectionName: 'notes', stages: [{ stageKey, stageValue }] })
const change = (data: string) => ({ action: 'database.modifyDocument', collectionName: 'notes', queryType: 'DOC', query: '{"_id":"list"}', multi: false, merge: true, data })
test.each([
  ['a sample of nothing', stage('$sample', '{}')],
  ['a sample of everything there could be', stage('$sample', '{"size":9007199254740991}')],
  ['a range that no memory holds', stage('$project', '{"r":{"$range":[0,4000000000]}}')],
  ['more buckets than documents', stage('$bucketAuto', '{"groupBy":"$n","buckets":2000000000}')],
  ['a bucket without boundaries', stage('$bucket', '{"groupBy":"$n"}')],
  ['a lookup of itself', stage('$lookup', '{"from":"notes","localField":"_id","foreignField":"_id","as":"__proto__"}')],
  ['a stage without a key', stage(undefined, '{}')],
  ['a stage that is no stage', stage({}, [])],
  ['an element far behind the end of a list', change('{"$set":{"list.4000000000":1}}')],
  ['an element not so far behind it', change('{"$set":{"list.200000000":1}}')],
  ['a position far behind the end of a list', change('{"$push":{"list":{"$each":[1],"$position":4000000000}}}')],
])('%s is answered', async (_, request) => {
  await post(JSON.stringify({ action: 'database.insertDocument', collectionName: 'notes', data: [`{"_id":"list","list":[1],"n":1,"text":"${'a'.repeat(40)}b"}`] }))
  const body = JSON.stringify(request)
  inTheForm(await post(body), body)
})

test('a document that is too deep for MongoDB is refused, and none is stored that would stand in the way of the next start', async () => {
  for (const depth of [150, 1200, 100_000]) {
    expect(await post(JSON.stringify({ action: 'database.insertDocument', collectionName: 'hot', data: [deep(depth)] }))).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  }
  expect(await post(JSON.stringify({ ...count, collectionName: 'hot' }))).toMatchObject({ data: { total: 0 } })
})

test.each(['', 'x', '--b--', '--b\r\n\r\n--b', '--b\r\nContent-Disposition: form-data; name="apiName"\r\n\r\nsubscribeMessage.send\r\n--b--\r\n',
  ...['', '\u0000', '\u0012\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff', '\u0012\u0005ab', '\u0012\u0004\n\u0002\u0012\u007f', '\u001b\u001b\u001b', '\u0012'.repeat(5000)].map((data) =>
    ['action\r\n\r\nwx.openApi', 'apiName\r\n\r\nsubscribeMessage.send', `requestData\r\n\r\n${data}`].map((field) => `--b\r\nContent-Disposition: form-data; name=${field.replace(/^\w+/, '"$&"')}\r\n`).join('') + '--b--\r\n'),
])('garbage in an openapi envelope is answered, %#', async (text) => {
  for (const type of ['multipart/form-data; boundary=b', 'multipart/form-data', 'multipart/form-data; boundary=""', 'multipart/form-data; boundary=b;boundary=c']) {
    const response = await fetch(cloud.adminUrl, { method: 'POST', body: Buffer.from(text, 'latin1'), headers: { 'content-type': type } })
    expect(response.status).toBe(200)
    if (response.headers.get('content-type') !== 'application/octet-stream') inTheForm((await response.json()) as Answered, text)
  }
})

const padded = (size: number) => {
  const start = JSON.stringify(count).slice(0, -1) + ',"padding":"'
  return start + 'x'.repeat(size - start.length - 2) + '"}'
}

test('a body of 50 MB is answered, one byte more is refused', async () => {
  expect(await post(padded(50 * MB))).toMatchObject({ data: { total: expect.any(Number) } })
  expect(await post(padded(50 * MB + 1))).toMatchObject({ requestId: expect.any(String), code: 'EXCEED_MAX_PAYLOAD_SIZE' })
})

/** A connection without any manners; `heard` resolves once what has come in matches. */
async function raw(): Promise<{ socket: Socket; send(text: string | Uint8Array): Promise<void>; heard(pattern: RegExp): Promise<string>; over: Promise<string> }> {
  const { hostname, port } = new URL(cloud.adminUrl)
  const socket = connect(Number(port), hostname)
  let text = ''
  const listeners = new Set<() => void>()
  const over = new Promise<string>((resolve) => socket.on('error', () => undefined).once('close', () => resolve(text)))
  socket.on('data', (part) => {
    text += part.toString('latin1')
    for (const listen of listeners) listen()
  })
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  return {
    socket,
    over,
    send: (more) => new Promise((resolve) => socket.write(more, () => resolve())),
    heard: (pattern) => new Promise((resolve, reject) => {
      const listen = () => { if (pattern.test(text)) resolve(text) }
      listeners.add(listen)
      listen()
      void over.then(() => reject(new Error(`the connection ended after: ${text.slice(0, 300)}`)))
    }),
  }
}
const head = (length: number, more = '') => `POST /admin HTTP/1.1\r\nHost: ${new URL(cloud.adminUrl).host}\r\nContent-Length: ${length}\r\n${more}\r\n`
const small = () => head(JSON.stringify(count).length) + JSON.stringify(count)

test('who is still sending too much hears why, and may ask again on the same connection', async () => {
  const connection = await raw()
  await connection.send(head(60 * MB))
  for (let n = 0; n < 51; n++) await connection.send(Buffer.alloc(MB, 'x'))
  await connection.heard(/EXCEED_MAX_PAYLOAD_SIZE/)
  for (let n = 51; n < 60; n++) await connection.send(Buffer.alloc(MB, 'x'))
  await connection.send(small())
  await connection.heard(/"total":/)
  connection.socket.destroy()
})

test('large requests at once are bounded together, and those that end make room', async () => {
  const connections = await Promise.all(Array.from({ length: 6 }, raw))
  const much = Buffer.alloc(45 * MB, 'x')
  const refused = Promise.any(connections.map(({ heard }) => heard(/EXCEED_CONCURRENT_REQUEST_LIMIT/)))
  refused.catch(() => undefined)
  await Promise.all(connections.map(async ({ send }) => {
    await send(head(50 * MB))
    await send(much)
  }))
  await refused
  for (const { socket } of connections) socket.destroy()
  await expect.poll(() => post(padded(50 * MB))).toMatchObject({ data: { total: expect.any(Number) } })
})

test('requests that break off in the middle of their body leave nothing behind', async () => {
  for (let round = 0; round < 10; round++) {
    const connections = await Promise.all(Array.from({ length: 20 }, raw))
    await Promise.all(connections.map(({ send }) => send(head(10 * MB) + '{"action":"' + 'x'.repeat(100_000))))
    for (const { socket } of connections) socket.destroy()
    await Promise.all(connections.map(({ over }) => over))
  }
})

test('a thousand connections at once are all answered, also beside five hundred that say only half of it', async () => {
  const half = await Promise.all(Array.from({ length: 500 }, raw))
  await Promise.all(half.map(({ send }, n) => send(n % 2 ? head(1000) + '{"act' : 'POST /admin HTTP/1.1\r\nHos')))
  const connections = await Promise.all(Array.from({ length: 1000 }, raw))
  await Promise.all(connections.map(async ({ send, heard }) => {
    await send(small())
    await heard(/"total":/)
  }))
  for (const { socket } of [...half, ...connections]) socket.destroy()
  await Promise.all([...half, ...connections].map(({ over }) => over))
})

test('requests that come in one breath are answered one after the other', async () => {
  const connection = await raw()
  await connection.send(small() + head(1) + '{' + small())
  expect((await connection.heard(/"total":.*INVALID_PARAM.*"total":/s)).match(/HTTP\/1.1 200/g)).toHaveLength(3)
  connection.socket.destroy()
})

test.each([
  ['GET /admin HTTP/1.1', 404], ['PUT /admin HTTP/1.1', 404], ['DELETE /storage/a.txt HTTP/1.1', 403], ['PUT /storage/a.txt HTTP/1.1', 403], ['POST / HTTP/1.1', 404], ['POST //admin HTTP/1.1', 404],
  ['GET // HTTP/1.1', 404], ['GET /storage/%ff HTTP/1.1', 403], ['GET /storage/% HTTP/1.1', 403], ['GET /storage/..%2f..%2fetc%2fpasswd HTTP/1.1', 403], ['OPTIONS * HTTP/1.1', 404],
  ['GET http://evil.example/admin HTTP/1.1', 404], ['POST /admin HTTP/1.1\r\nOrigin: http://evil.example', 404], ['POST /admin HTTP/1.1\r\nUpgrade: websocket\r\nConnection: upgrade', 200],
  ['POST /admin HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=\u0001', 400], [`POST /admin HTTP/1.1\r\nX: ${'x'.repeat(20_000)}`, 431], ['POST /admin HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3', 400],
  ['POST /admin HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz', 400], ['FETCH /admin HTTP/1.1', 400], ['\u0016\u0003\u0001\u0002', 400], ['POST /admin HTTP/9.9', 400],
])('%j is answered with %d', async (request, status) => {
  const connection = await raw()
  const [first = '', ...rest] = request.split('\r\n')
  await connection.send(Buffer.from([first, `Host: ${new URL(cloud.adminUrl).host}`, ...rest, '', ''].join('\r\n'), 'latin1'))
  await connection.heard(new RegExp(`^HTTP/1.1 ${status}`))
  connection.socket.destroy()
})

test('another host is nobody’s business here', async () => {
  const connection = await raw()
  await connection.send('POST /admin HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 2\r\n\r\n{}')
  await connection.heard(/^HTTP\/1.1 404/)
  connection.socket.destroy()
})

test('of all that, nothing is kept in memory', async () => {
  await expect.poll(async () => Number(await cloud.ask({ memory: true })) - memoryBefore, { timeout: 15_000, interval: 200 }).toBeLessThan(30 * MB)
})
