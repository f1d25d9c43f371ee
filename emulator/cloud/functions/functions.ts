import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CloudFailure } from '../failure'
import { APP_ID, callerEnvironment, ENV_ID, functionEnvironment, type Caller } from './environment'
import { Instance } from './instance'
import { Pool } from './pool'

const DEFAULT_TIMEOUT_SECONDS = 3

/** A function's config.json, as it is deployed. */
interface Config {
  timeout?: number
  permissions?: { openapi?: string[] }
  triggers?: { name: string; type: string; config: string }[]
}
/** Which invocation a request of the SDK comes from: the ticket travels as WX_API_TOKEN. */
export interface Ticket extends Caller {
  functionName: string
}
interface Options {
  directory: string
  logs: string
  instances: number
  environment: Record<string, string>
  now: () => number
}

export class Functions {
  readonly #pools = new Map<string, { pool: Pool; config: Config }>()
  readonly #tickets = new Map<string, Ticket>()
  /** The process that runs an invocation, by its ticket. */
  readonly #running = new Map<string, Instance>()
  #adminUrl = ''

  constructor(private readonly options: Options) {
    mkdirSync(options.logs, { recursive: true })
  }

  /** The address is known only once the server listens. */
  pointAt(adminUrl: string): void {
    this.#adminUrl = adminUrl
  }

  environment(): Record<string, string> {
    return functionEnvironment(this.#adminUrl, this.options.environment)
  }

  ticket(token: unknown): Ticket | undefined {
    return this.#tickets.get(String(token))
  }

  /** Ends the process that runs the invocation, as if the machine under it had gone. */
  crash(token: string): void {
    void this.#running.get(token)?.stop()
  }

  /** Runs the function and returns the JSON text of its answer. */
  async invoke(functionName: string, data: unknown, caller: Caller): Promise<string> {
    const { pool, config } = this.#function(functionName)
    const ticket = randomUUID()
    this.#tickets.set(ticket, { functionName, ...caller })
    const timeout = config.timeout ?? DEFAULT_TIMEOUT_SECONDS
    const context = {
      request_id: ticket,
      function_name: functionName,
      function_version: '$LATEST',
      namespace: ENV_ID,
      time_limit_in_ms: timeout * 1000,
      memory_limit_in_mb: 256,
    }
    try {
      const now = this.options.now()
      return await pool.run({ event: eventFor(data, caller, config, now), context, env: callerEnvironment(caller, ticket), now }, (instance) => this.#running.set(ticket, instance))
    } finally {
      this.#tickets.delete(ticket)
      this.#running.delete(ticket)
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#pools.values()].map(({ pool }) => pool.stop()))
  }

  #function(name: string): { pool: Pool; config: Config } {
    const known = this.#pools.get(name)
    if (known) return known
    const directory = resolve(this.options.directory, name)
    const file = join(directory, 'index.js')
    if (!/^[A-Za-z0-9_-]{1,60}$/.test(name) || !existsSync(file)) {
      throw new CloudFailure('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`)
    }
    const configFile = join(directory, 'config.json')
    const config = existsSync(configFile) ? (JSON.parse(readFileSync(configFile, 'utf8')) as Config) : {}
    const log = join(this.options.logs, `${name}.log`)
    const create = () => new Instance(file, this.environment(), log)
    const entry = { pool: new Pool(create, this.options.instances, config.timeout ?? DEFAULT_TIMEOUT_SECONDS), config }
    this.#pools.set(name, entry)
    return entry
  }
}

/** A client's event carries who sent it; a timer's is all its own. Anything that is not an object arrives as {}. */
function eventFor(data: unknown, { openid, source }: Caller, config: Config, now: number): unknown {
  if (source === 'wx_trigger') {
    return { Type: 'Timer', TriggerName: config.triggers?.[0]?.name ?? 'timer', Time: new Date(now).toISOString(), Message: '' }
  }
  const event = typeof data === 'object' && data !== null ? data : {}
  return openid === null || source !== 'wx_client' ? event : { ...event, userInfo: { appId: APP_ID, openId: openid } }
}
