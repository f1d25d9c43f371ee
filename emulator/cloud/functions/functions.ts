import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Clock } from '../clock'
import type { CloudOptions } from '../cloud-options'
import type { Action } from '../database/actions'
import { CloudFailure } from '../failure'
import { requireAnswerSize, requireCallData, requireEnvironmentSize } from '../limits'
import { deployedIn, readConfig, type FunctionConfig } from './config'
import { APP_ID, callerEnvironment, contextOf, functionEnvironment, MESSAGE_PUSH, TIMER, type Caller, type Ticket } from './environment'
import { Instance } from './instance'
import { Pool } from './pool'
import { Timers } from './timers'

interface Deployed {
  pool: Pool
  config: FunctionConfig
}
type Options = Pick<CloudOptions, 'functionsDir' | 'instancesPerFunction' | 'refuseWhenBusy' | 'env' | 'given' | 'timers' | 'messagePush'>

/** More than there are instances: only the last invocation of each can leave work behind. */
const ENDED_KEPT = 1000

export class Functions {
  readonly #deployed = new Map<string, Deployed>()
  readonly #tickets = new Map<string, Ticket>()
  /** The last invocations that are over, with their functions. */
  readonly #ended = new Map<string, string>()
  /** The process that runs an invocation, by its ticket. */
  readonly #running = new Map<string, Instance>()
  readonly #timers: Timers
  #adminUrl = ''
  #stopped = false

  /** Throws when one of them could not be deployed. */
  constructor(
    private readonly logs: string,
    private readonly clock: Clock,
    private readonly options: Options,
  ) {
    requireEnvironmentSize(options.env ?? {})
    mkdirSync(logs, { recursive: true })
    const timed = deployedIn(options.functionsDir).flatMap((functionName) => {
      const { timer } = readConfig(join(options.functionsDir, functionName))
      return timer ? [{ functionName, cron: timer.cron }] : []
    })
    this.#timers = new Timers(timed, clock, (functionName, moment) => this.#unasked(functionName, 'timer', () => this.#fire(functionName, moment)))
  }

  /** The address is known only once the server listens. */
  open(adminUrl: string): void {
    this.#adminUrl = adminUrl
    if (this.options.timers) this.#timers.start()
  }

  /** What a process needs to talk to this cloud; `asFunction`: it stands in for that function. */
  environment(asFunction?: string): Record<string, string> {
    const shared = functionEnvironment(this.#adminUrl, this.options.env ?? {})
    if (asFunction === undefined) return shared
    const token = `stand-in-${asFunction}`
    this.#tickets.set(token, { functionName: asFunction, openid: null, source: 'scf' })
    return { ...shared, WX_API_TOKEN: token }
  }

  actions(): Record<string, Action> {
    return {
      'functions.invokeFunction': async ({ wxCloudApiToken: token, function_name: name, request_data: text }) => {
        const from = this.ticket(token)
        const data: unknown = text ? JSON.parse(String(text)) : {}
        const caller = { openid: from?.openid ?? null, source: from ? `${from.source},scf` : 'scf' }
        return { data: { response_data: await this.invoke(String(name), data, caller) } }
      },
    }
  }

  ticket(token: unknown): Ticket | undefined {
    return this.#tickets.get(String(token))
  }

  /** In production an instance stands still once it has answered: what it left behind is done by chance, or never. */
  refuseLate(token: unknown, action: string): void {
    const functionName = this.#ended.get(String(token))
    if (functionName === undefined) return
    this.#log(functionName, `asked for ${action} after its answer, which is not done`)
    throw new CloudFailure('INVALID_REQUEST_SOURCE', `"${functionName}" asked for ${action} after its answer: await it, or return its promise`)
  }

  /** Ends the process that runs the invocation, as if the machine under it had gone. */
  crash(token: string): void {
    void this.#running.get(token)?.stop()
  }

  configOf(functionName: string): FunctionConfig {
    return this.#function(functionName).config
  }

  /** Runs the function and returns the JSON text of its answer. */
  async invoke(functionName: string, data: unknown, caller: Caller): Promise<string> {
    if (caller.source === TIMER.source) return this.#fire(functionName, this.clock.now())
    requireCallData(data)
    // Anything that is not an object arrives as {}; a client's event carries who sent it
    const event = typeof data === 'object' && data !== null ? data : {}
    const fromClient = caller.openid !== null && caller.source === 'wx_client'
    return this.#run(functionName, fromClient ? { ...event, userInfo: { appId: APP_ID, openId: caller.openid } } : event, caller)
  }

  /** A message of WeChat's. Never rejects: nobody waits for what comes of it. */
  async push(message: object): Promise<void> {
    const { messagePush } = this.options
    if (messagePush !== undefined) await this.#unasked(messagePush, 'message push', () => this.invoke(messagePush, message, MESSAGE_PUSH))
  }

  /** Runs the timers that have become due since the last time; over when they are. */
  runTimers(): Promise<void> {
    return this.#timers.runDue()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    const timersStopped = this.#timers.stop()
    await Promise.all([...this.#deployed.values()].map(({ pool }) => pool.stop()))
    await timersStopped
  }

  async #fire(functionName: string, moment: number): Promise<string> {
    const TriggerName = this.configOf(functionName).timer?.name ?? 'timer'
    return this.#run(functionName, { Type: 'Timer', TriggerName, Time: new Date(moment).toISOString().replace(/\.\d+/, ''), Message: '' }, TIMER)
  }

  async #run(functionName: string, event: object, caller: Caller): Promise<string> {
    const { pool, config } = this.#function(functionName)
    const ticket = randomUUID()
    this.#tickets.set(ticket, { functionName, ...caller })
    try {
      const context = contextOf(functionName, config, ticket)
      const invocation = { event, context, env: callerEnvironment(caller, ticket), now: this.clock.now() }
      return requireAnswerSize(await pool.run(invocation, (instance) => this.#running.set(ticket, instance)))
    } finally {
      this.#tickets.delete(ticket)
      this.#running.delete(ticket)
      this.#ended.set(ticket, functionName)
      if (this.#ended.size > ENDED_KEPT) this.#ended.delete(this.#ended.keys().next().value!)
    }
  }

  /** What nobody waits for: a failure stands in the function's log, and only there. */
  async #unasked(functionName: string, what: string, run: () => Promise<unknown>): Promise<void> {
    await run().catch((failure: unknown) => {
      this.#log(functionName, `${what} failed: ${failure instanceof CloudFailure ? `${failure.code} ${failure.message}` : String(failure)}`)
    })
  }

  #function(name: string): Deployed {
    const known = this.#deployed.get(name)
    if (known) return known
    const directory = resolve(this.options.functionsDir, name)
    const file = join(directory, 'index.js')
    if (!/^[A-Za-z0-9_-]{1,60}$/.test(name) || !existsSync(file)) {
      throw new CloudFailure('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`)
    }
    const config = readConfig(directory)
    const given = Object.entries(this.options.env ?? {}).filter(([variable]) => this.options.given?.[name]?.includes(variable) ?? true)
    const env = functionEnvironment(this.#adminUrl, Object.fromEntries(given))
    const create = () => new Instance({ file, env, logFile: this.#logOf(name), ...config })
    const deployed = { pool: new Pool(create, this.options.instancesPerFunction ?? 2, this.options.refuseWhenBusy ?? false), config }
    this.#deployed.set(name, deployed)
    return deployed
  }

  #log(functionName: string, line: string): void {
    if (!this.#stopped) appendFileSync(this.#logOf(functionName), `${line}\n`)
  }

  #logOf(name: string): string {
    return join(this.logs, `${name}.log`)
  }
}
