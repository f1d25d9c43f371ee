import { mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { readAccessRules } from './access-rules'
import { answerAdmin } from './admin-endpoint'
import { clientOf } from './client'
import { createClock } from './clock'
import type { Cloud, CloudOptions, Invoke } from './cloud-options'
import { databaseActions, type Action } from './database/actions'
import { CloudDatabase } from './database/database'
import { decodeDocument } from './database/ejson'
import { readDeclaration } from './database/indexes'
import { Faults } from './faults'
import { lockFolder } from './folder-lock'
import { TIMER } from './functions/environment'
import { Functions } from './functions/functions'
import { createGate } from './limits'
import { OpenApi } from './openapi/openapi'
import { refuseRealCloud } from './refuse-real-cloud'
import { Storage } from './storage'

export type { Cloud, CloudOptions } from './cloud-options'

const DECLARED = join(__dirname, '../../cloudfunctions/_shared/indexes.json')

/** WeChat cloud on this machine: database, storage, functions and openapi behind one address. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  refuseRealCloud({ ...process.env, ...options.env })
  mkdirSync(options.dataDir, { recursive: true })
  const unlock = lockFolder(options.dataDir)
  try {
    return await openCloud(options, unlock)
  } catch (failure) {
    unlock()
    throw failure
  }
}

async function openCloud(options: CloudOptions, unlock: () => void): Promise<Cloud> {
  const inFolder = (name: string) => join(options.dataDir, name)
  const clock = createClock(options.now)
  // First: it refuses what could not be deployed, and holds nothing yet
  const functions = new Functions(inFolder('logs'), clock, options)
  const mostScanned = options.mostScanned ?? (Number(process.env.LINLI_MOST_SCANNED) || Infinity)
  const database = new CloudDatabase(inFolder('database.sqlite'), options.indexes ?? readDeclaration(DECLARED), { now: clock.now, mostScanned })
  clock.onJump(() => database.transactions.expire())
  const storage = new Storage(inFolder('files'), clock.now)
  const faults = new Faults(functions)
  const gate = createGate(options.requestsPerSecond)
  const openApi = new OpenApi(inFolder('openapi.jsonl'), clock.now, functions, options.riskyWords ?? ['违规测试词'])
  const actions: Record<string, Action> = { ...databaseActions(database, clock.now), ...storage.actions(), ...functions.actions() }
  const strange: string[] = []
  const duplicateKey = options.duplicateKey ?? (process.env.LINLI_DUPLICATE_KEY === 'duplicate-write' ? 'duplicate-write' : 'request-failed')

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0]
    // A web page must not reach the database, not even through a name that resolves to this machine
    const fromHere = request.headers.host === `127.0.0.1:${port}`
    if (fromHere && path === '/admin' && request.method === 'POST' && !request.headers.origin) {
      return answerAdmin(request, response, { actions, openApi, faults, gate, functions, duplicateKey, strange })
    }
    if (fromHere && path?.startsWith('/storage/')) {
      const token = String(request.headers['x-cos-security-token'])
      const action = `storage.${request.method === 'PUT' ? 'put' : 'get'}`
      return storage.answer(request, response, async (operation) => {
        functions.refuseLate(token, action)
        return faults.around(token, action, operation)
      })
    }
    response.writeHead(404).end()
  }

  const server = createServer((request, response) => {
    route(request, response).catch(() => (response.headersSent ? response.destroy() : response.writeHead(500).end()))
  })
  server.keepAliveTimeout = 60_000
  server.headersTimeout = 10_000 // who sends half a request holds a connection no longer than this
  server.requestTimeout = 60_000
  const listen = { port: options.port ?? 0, host: '127.0.0.1', backlog: 2048 }
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(listen, resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  storage.url = url
  functions.open(`${url}/admin`)

  async function invoke(name: string, { openid = null, data, source = 'wx_client' }: Invoke): Promise<unknown> {
    if (source === 'wx_client') gate()
    if (openid !== null && source === 'wx_client') openApi.content.visited(openid)
    return JSON.parse(await functions.invoke(name, data, source === 'timer' ? TIMER : { openid, source })) as unknown
  }
  const rules = options.accessRules ?? readAccessRules()
  const reaches = async (address: string) => address.startsWith(`${url}/storage/`) && (await fetch(address, { method: 'HEAD' })).ok

  return {
    url,
    adminUrl: `${url}/admin`,
    clock,
    runTimers: () => functions.runTimers(),
    faults,
    invoke,
    outbox: () => openApi.calls,
    actions: () => ({ known: [...Object.keys(actions), 'wx.openApi'], strange }),
    db: {
      insertMany: (collection, documents) => void database.insert(collection, documents.map((document) => ({ ...document }))),
      find: (collection, query = {}) => database.all(collection, query).map((text) => decodeDocument(text)),
      count: (collection, query = {}) => database.count(collection, query),
      update: (collection, query, operators) => database.update(collection, query, operators, true),
      remove: (collection, query) => database.remove(collection, query, true),
    },
    upload: (cloudPath, bytes) => storage.put(cloudPath, bytes),
    client: (openid) => clientOf(openid, { database, storage, rules, gate, invoke: (name, data) => invoke(name, { openid, data }) }),
    subscribe: (openid, templateId) => openApi.messages.subscribe(openid, templateId),
    phoneCode: (openid, number) => openApi.phones.agree(openid, number),
    async deliverPushes(finding = 'pass') {
      for (const message of await openApi.content.pushes(finding, reaches)) await functions.push(message)
    },
    env: (asFunction) => functions.environment(asFunction),
    async stop() {
      await functions.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      database.close()
      unlock()
    },
  }
}
