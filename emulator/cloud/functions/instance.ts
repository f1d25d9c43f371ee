import { fork, type ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { CloudFailure } from '../failure'

const HOST = join(__dirname, 'child-host.cjs')
const START_LIMIT_MS = 20_000

export interface Invocation {
  event: unknown
  context: Record<string, unknown>
  env: Record<string, string | null>
  now: number
}
type Message = { ready: true } | { id: number; value: string } | { id: number; error: { message: string; stack?: string } }

/** One process of one function. It takes one invocation at a time, as an instance of the cloud does. */
export class Instance {
  readonly #child: ChildProcess
  readonly #ready: Promise<void>
  #last = 0
  alive = true

  constructor(file: string, env: Record<string, string>, logFile: string) {
    const log = openSync(logFile, 'a')
    // execArgv is emptied: the parent may run under a TypeScript loader, the function never does
    this.#child = fork(HOST, [file], { env, execArgv: [], cwd: join(file, '..'), stdio: ['ignore', log, log, 'ipc'] })
    closeSync(log)
    this.#child.setMaxListeners(0)
    this.#child.on('error', () => (this.alive = false))
    this.#child.on('exit', () => (this.alive = false))
    this.#ready = this.#answer((message) => 'ready' in message).then(() => undefined)
    const tooLong = setTimeout(() => void this.stop(), START_LIMIT_MS)
    this.#ready.catch(() => undefined).finally(() => clearTimeout(tooLong))
  }

  /** The JSON text of what `main` returned. */
  async run(invocation: Invocation, timeoutSeconds: number): Promise<string> {
    await this.#ready
    const id = ++this.#last
    const answer = this.#answer((message) => 'id' in message && message.id === id)
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new CloudFailure('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${timeoutSeconds} seconds`))
        void this.stop()
      }, timeoutSeconds * 1000)
    })
    this.#child.send({ id, ...invocation }, () => undefined)
    try {
      const message = await Promise.race([answer, late])
      if ('error' in message) throw executeFail(message.error.stack ?? message.error.message)
      return 'value' in message ? message.value : 'null'
    } finally {
      clearTimeout(timer)
    }
  }

  stop(): Promise<void> {
    if (!this.alive) return Promise.resolve()
    this.alive = false
    const gone = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()))
    this.#child.kill('SIGKILL')
    return gone
  }

  #answer(wanted: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve, reject) => {
      const done = () => {
        this.#child.off('message', onMessage)
        this.#child.off('exit', onExit)
      }
      const onMessage = (message: Message) => {
        if (!wanted(message)) return
        done()
        resolve(message)
      }
      const onExit = (code: number | null, signal: string | null) => {
        done()
        reject(executeFail(`function process ended: ${signal ?? `exit ${code}`}; see its log`))
      }
      this.#child.on('message', onMessage)
      this.#child.on('exit', onExit)
    })
  }
}

export function executeFail(message: string): CloudFailure {
  return new CloudFailure('FUNCTIONS_EXECUTE_FAIL', message)
}
