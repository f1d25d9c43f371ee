import { mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { readAccessRules, type AccessRules } from './access-rules'
import { answerAdmin, type Action, type DuplicateKey } from './admin-endpoint'
import { clientOf, type Client } from './client'
import { createClock, type Clock } from './clock'
import { databaseActions } from './database/actions'
import { CloudDatabase } from './database/database'
import { decode } from './database/ejson'
import { readDeclaration, type Declaration } from './database/indexes'
import { Faults } from './faults'
import { lockFolder } from './folder-lock'
import { TIMER } from './functions/environment'
import { Functions, type Ticket } from './functions/functions'
import { createGate, requireCallSize } from './limits'
import type { Finding } from './openapi/content-check'
import { OpenApi, type OpenApiCall } from './openapi/openapi'
import { refuseRealCloud } from './refuse-real-cloud'
import { Storage } from './storage'

export interface CloudOptions {
  /** Database, files and logs live here. */
  dataDir: string
  /** One folder a function: `dist/cloudfunctions`. */
  functionsDir: string
  port?: number
  /** The instant the world's clock starts at; absent, it shows the real time. */
  now?: string
  instancesPerFunction?: number
  /** With all instances busy a call is refused, as in production beyond its many; absent, it waits for one. */
  refuseWhenBusy?: boolean
  /** Timers fire by themselves; absent, only when `runTimers` or `invoke` says so. */
  timers?: boolean
  /** The function that gets WeChat's own messages; absent, nobody does. */
  messagePush?: string
  /** More variables for the functions; nothing else of this process reaches them. */
  env?: Record<string, string>
  /** Collections and their indexes; absent, `cloudfunctions/_shared/indexes.json` if there is one. */
  indexes?: Declaration
  /** Which of its two documented faces a duplicate `_id` or unique key shows; absent, LINLI_DUPLICATE_KEY says it. */
  duplicateKey?: DuplicateKey
  /** A query that looks at more documents than this without an index fails; absent, LINLI_MOST_SCANNED says it, else none does. */
  mostScanned?: number
  /** What clients may touch; absent, what is deployed. */
  accessRules?: AccessRules
  /** Texts with one of these are 违规; absent, 违规测试词. */
  riskyWords?: readonly string[]
  /** The plan's limit, 500 on the personal one; absent, there is none. */
  requestsPerSecond?: number
  /** Only for the refusal: anything but 127.0.0.1 is one. */
  host?: string
}

export interface Invoke {
  openid?: string | null
  data?: unknown
  source?: 'wx_client' | 'timer'
}

export interface Cloud {
  url: string
  adminUrl: string
  invoke(name: string, call: Invoke): Promise<unknown>
  clock: Clock
  /** Runs the timers that became due since the last time, also those that a jump passed over; over when they are. */
  runTimers(): Promise<void>
  faults: Faults
  outbox(): readonly OpenApiCall[]
  /** The protocol's actions that are answered here, and those that came without anybody having thought about them. */
  actions(): { known: readonly string[]; strange: readonly string[] }
  db: {
    insertMany(collection: string, documents: object[]): void
    find(collection: string, query?: Record<string, unknown>): Record<string, unknown>[]
    count(collection: string, query?: Record<string, unknown>): number
    update(collection: string, query: Record<string, unknown>, operators: Record<string, unknown>): number
    remove(collection: string, query: Record<string, unknown>): number
  }
  /** Puts a file into storage as a function would; returns its fileID. */
  upload(cloudPath: string, bytes: Uint8Array): string
  /** `wx.cloud` on the phone of a person. */
  client(openid: string): Client
  /** The person says yes to messages of this template once more. */
  subscribe(openid: string, templateId: string): void
  /** The person gives their number; returns the code for `getPhoneNumber`. */
  phoneCode(openid: string, number: string): string
  /** Sends what WeChat has to say about pictures, to the function of `messagePush`; absent, it finds nothing wrong. */
  deliverPushes(finding?: Finding): Promise<void>
  /** The environment that makes the SDK of a plain Node process talk to this cloud, for openapi as one of the functions. */
  env(asFunction?: string): Record<string, string>
  stop(): Promise<void>
}

const DECLARED = join(__dirname, '../../cloudfunctions/_shared/indexes.json')

/** WeChat cloud on this machine: database, storage, functions and openapi behind the address the real SDK is given. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  refuseRealCloud({ ...process.env, ...options.env }, options.host)
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
  const clock = createClock(options.now)
  // First: it refuses what could not be deployed, and holds nothing yet
  const functions = new Functions({
    directory: options.functionsDir,
    logs: join(options.dataDir, 'logs'),
    instances: options.instancesPerFunction ?? 2,
    environment: options.env ?? {},
    refuseWhenBusy: options.refuseWhenBusy ?? false,
    clock,
    timers: options.timers ?? false,
    messagePush: options.messagePush,
  })
  const mostScanned = options.mostScanned ?? (Number(process.env.LINLI_MOST_SCANNED) || Infinity)
  const database = new CloudDatabase(join(options.dataDir, 'database.sqlite'), options.indexes ?? readDeclaration(DECLARED), { now: clock.now, mostScanned })
  clock.onJump(() => database.transactions.expire())
  const storage = new Storage(join(options.dataDir, 'files'), clock.now)
  const faults = new Faults((token) => functions.crash(token))
  const gate = createGate(options.requestsPerSecond)
  /** Of plain processes that stand in for a function. */
  const standIns = new Map<string, Ticket>()
  const openApi = new OpenApi({
    file: join(options.dataDir, 'openapi.jsonl'),
    now: clock.now,
    ticket: (token) => standIns.get(String(token)) ?? functions.ticket(token),
    permitted: (functionName) => functions.configOf(functionName).openapi,
    riskyWords: options.riskyWords ?? ['违规测试词'],
  })
  const actions: Record<string, Action> = {
    ...databaseActions(database, clock.now),
    ...storage.actions(),
    'functions.invokeFunction': async (parameters) => {
      const from = functions.ticket(parameters.wxCloudApiToken)
      const data: unknown = parameters.request_data ? JSON.parse(requireCallSize(String(parameters.request_data))) : {}
      const caller = { openid: from?.openid ?? null, source: from ? `${from.source},scf` : 'scf' }
      return { data: { response_data: await functions.invoke(String(parameters.function_name), data, caller) } }
    },
  }
  const server = createServer((request, response) => {
    route(request, response).catch(() => (response.headersSent ? response.destroy() : response.writeHead(500).end()))
  })
  server.keepAliveTimeout = 60_000
  server.headersTimeout = 10_000 // who sends half a request holds a connection no longer than this
  server.requestTimeout = 60_000

  const originOf = (token: unknown) => ({ token: token === undefined ? undefined : String(token), functionName: functions.ticket(token)?.functionName })
  const refuseLate = (token: unknown, action: string) => functions.refuseLate(token, action)
  const strange: string[] = []
  const duplicateKey = options.duplicateKey ?? (process.env.LINLI_DUPLICATE_KEY === 'duplicate-write' ? 'duplicate-write' : 'request-failed')

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Whatever is asked for is a path, never a host as in `//x`
    const url = new URL(`http://127.0.0.1${request.url?.startsWith('/') ? request.url : '/'}`)
    // A web page must not reach the database, not even through a name that resolves to this machine
    const fromHere = request.headers.host === `127.0.0.1:${address.port}`
    if (fromHere && url.pathname.startsWith('/storage/')) {
      const token = request.headers['x-cos-security-token']
      const action = `storage.${request.method === 'PUT' ? 'put' : 'get'}`
      return storage.answer(request, response, url, async (operation) => {
        refuseLate(token, action)
        return faults.around(originOf(token), action, operation)
      })
    }
    if (fromHere && url.pathname === '/admin' && request.method === 'POST' && !request.headers.origin) {
      return answerAdmin(request, response, { actions, openApi, faults, gate, refuseLate, originOf, duplicateKey, strange })
    }
    response.writeHead(404).end()
  }

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ port: options.port ?? 0, host: '127.0.0.1', backlog: 2048 }, resolve))
  const address = server.address() as AddressInfo
  const url = `http://127.0.0.1:${address.port}`
  storage.url = url
  functions.open(`${url}/admin`)

  async function invoke(name: string, { openid = null, data, source = 'wx_client' }: Invoke): Promise<unknown> {
    if (source === 'wx_client') gate()
    if (openid !== null && source === 'wx_client') openApi.content.visited(openid)
    const caller = source === 'timer' ? TIMER : { openid, source }
    return JSON.parse(await functions.invoke(name, data, caller)) as unknown
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
      insertMany: (collection, documents) => void database.insertMany(collection, documents),
      find: (collection, query = {}) => database.all(collection, query).map((text) => decode(text) as Record<string, unknown>),
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
    env(asFunction) {
      if (asFunction === undefined) return functions.environment()
      const token = `stand-in-${asFunction}`
      standIns.set(token, { functionName: asFunction, openid: null, source: 'scf' })
      return { ...functions.environment(), WX_API_TOKEN: token }
    },
    async stop() {
      await functions.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      database.close()
      unlock()
    },
  }
}
