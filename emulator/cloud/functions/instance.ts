import { fork, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CloudFailure } from '../failure'

const HOST = join(__dirname, 'child-host.cjs')
const START_LIMIT_MS = 20_000
const MEMORY_CHECK_MS = 50

export interface Invocation {
  event: unknown
  context: object
  env: Record<string, string | null>
  now: number
}
export interface InstanceOptions {
  file: string
  env: Record<string, string>
  logFile: string
  timeoutSeconds: number
  memoryMb: number
}
/** The first one says that the function is loaded. `rss`: MB held at the end, where the parent cannot ask. */
interface Message {
  rss: number
  value: string
  error?: string
}

/** One process of one function, for one invocation at a time. */
export class Instance {
  readonly #child: ChildProcess
  readonly #ready: Promise<Message>
  /** Who waits for the next message: one event at a time, and each has one answer. */
  #waiting: { resolve(message: Message): void; reject(failure: CloudFailure): void } | undefined
  /** Why it was ended; without one it ended by itself. */
  #reason: CloudFailure | undefined
  alive = true

  constructor(private readonly options: InstanceOptions) {
    const log = openSync(options.logFile, 'a')
    // None of the parent's arguments, which may name a loader. A heap that runs away ends in V8.
    const execArgv = [`--max-old-space-size=${options.memoryMb}`]
    this.#child = fork(HOST, [options.file], { env: options.env, execArgv, cwd: join(options.file, '..'), stdio: ['ignore', log, log, 'ipc'] })
    closeSync(log)
    this.#child.on('message', (message: Message) => this.#waiting?.resolve(message))
    this.#child.on('error', () => (this.alive = false)).on('exit', (code, signal) => {
      this.alive = false
      const heapFull = signal === 'SIGABRT' || code === 134 // V8 aborts
      const why = heapFull ? memoryExceeded('heap out of memory') : executeFail(`function process ended, see its log: ${signal ?? `exit ${code}`}`)
      this.#waiting?.reject(this.#reason ?? why)
    })
    this.#ready = this.#next()
    const tooLong = setTimeout(() => void this.stop(), START_LIMIT_MS)
    this.#ready.catch(() => undefined).finally(() => clearTimeout(tooLong))
  }

  /** The JSON text of what `main` returned. */
  async run(invocation: Invocation): Promise<string> {
    const { timeoutSeconds } = this.options
    const watch = setInterval(() => this.#overMemory(peakOf(this.#child.pid)), MEMORY_CHECK_MS)
    let late: NodeJS.Timeout | undefined
    try {
      await this.#ready
      const answer = this.#next()
      const timedOut = new CloudFailure('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${timeoutSeconds} seconds`)
      late = setTimeout(() => this.#end(timedOut), timeoutSeconds * 1000)
      this.#child.send(invocation, () => undefined)
      const { rss, value, error } = await answer
      const failure = this.#overMemory(peakOf(this.#child.pid) ?? rss) ?? (error === undefined ? undefined : executeFail(error))
      if (failure) throw failure
      return value
    } finally {
      clearInterval(watch)
      clearTimeout(late)
    }
  }

  stop(): Promise<void> {
    if (!this.alive) return Promise.resolve()
    this.alive = false
    const gone = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()))
    this.#child.kill('SIGKILL')
    return gone
  }

  #overMemory(held: number | undefined): CloudFailure | undefined {
    const { memoryMb } = this.options
    return held === undefined || held <= memoryMb ? undefined : this.#end(memoryExceeded(`${Math.ceil(held)} MB used of ${memoryMb} MB`))
  }

  #end(reason: CloudFailure): CloudFailure {
    this.#reason ??= reason
    void this.stop()
    return reason
  }

  #next(): Promise<Message> {
    return new Promise((resolve, reject) => (this.#waiting = { resolve, reject }))
  }
}

/** The most MB that a process has held so far, Node's own included; undefined where the system does not tell. */
function peakOf(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? []
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined // it has gone
  }
}

export const executeFail = (message: string) => new CloudFailure('FUNCTIONS_EXECUTE_FAIL', message)
const memoryExceeded = (message: string) => new CloudFailure('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', `Memory limit exceeded: ${message}`)
