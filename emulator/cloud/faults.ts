import { CloudFailure } from './failure'
import type { Functions } from './functions/functions'

/** The endpoint cuts the connection. */
export class AnswerLost extends Error {}

/** There is no storage at the moment: HTTP 503. */
export class StorageAway extends Error {}

/**
 * `after`: it is done, and nobody hears of it. `cut-off`: nothing more arrives of what this invocation sends, which leaves behind
 * what a crash does, without the price of a new process.
 */
export type Trouble =
  | { fault: 'crash' | 'cut-off' | 'answer-lost' | 'timeout'; moment: 'before' | 'after' }
  | { fault: 'conflict' | 'too-many-requests'; moment: 'before' }

/** `operation`: 1 is the first within one invocation. `of`: of this action, as what is sent at once arrives in any order. */
export type Strike = Trouble & { functionName: string; operation: number; of?: string }

/** `struck`: the action that it hit, once. */
export interface Armed { readonly struck: string | null }

/** What goes wrong on demand, operation by operation. */
export class Faults {
  /** Every operation takes this much longer, or as long as what happens before it. */
  latencyMs: number | ((action: string, functionName: string | undefined) => number | Promise<number>) = 0
  storageAway = false
  readonly #armed = new Set<{ strike: Strike; report: { struck: string | null }; operationsOf: Map<string, number> }>()
  readonly #listeners = new Map<string, string[]>()
  readonly #cutOff = new Set<string>()

  constructor(private readonly functions: Pick<Functions, 'ticket' | 'crash'>) {}

  arm(strike: Strike): Armed {
    const report: { struck: string | null } = { struck: null }
    this.#armed.add({ strike, report, operationsOf: new Map() })
    return report
  }

  /** The actions that the function sends from now on, in their order. */
  listen(functionName: string): readonly string[] {
    const actions: string[] = []
    this.#listeners.set(functionName, actions)
    return actions
  }

  /** Forgets what has not struck, and stops listening. What was cut off has ended by then. */
  disarm(): void {
    this.#armed.clear()
    this.#cutOff.clear()
    this.#listeners.clear()
  }

  /** Runs one operation of the SDK, with what trouble is armed for it. The token is that of its invocation, if any. */
  async around<T>(token: string, action: string, operation: () => Promise<T>): Promise<T> {
    if (this.#cutOff.has(token)) throw new AnswerLost(action)
    const trouble = this.#troubleFor(token, action)
    const latency = typeof this.latencyMs === 'number' ? this.latencyMs : await this.latencyMs(action, this.functions.ticket(token)?.functionName)
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency))
    if (this.storageAway && action.startsWith('storage.')) throw new StorageAway('storage is away')
    if (!trouble) return operation()
    // Also what fails by itself is not heard of.
    if (trouble.moment === 'after') await operation().catch(() => undefined)
    if (trouble.fault === 'crash') this.functions.crash(token)
    if (trouble.fault === 'cut-off') this.#cutOff.add(token)
    throw failureOf(trouble, action)
  }

  #troubleFor(token: string, action: string): Trouble | undefined {
    const functionName = this.functions.ticket(token)?.functionName
    if (functionName === undefined) return undefined
    this.#listeners.get(functionName)?.push(action)
    for (const armed of this.#armed) {
      if (armed.strike.functionName !== functionName || (armed.strike.of ?? action) !== action) continue
      const number = (armed.operationsOf.get(token) ?? 0) + 1
      armed.operationsOf.set(token, number)
      if (number !== armed.strike.operation) continue
      armed.report.struck = action
      this.#armed.delete(armed)
      return armed.strike
    }
    return undefined
  }
}

function failureOf({ fault }: Trouble, action: string): Error {
  const busy = '[ResourceUnavailable.TransactionBusy] Transaction is busy: write conflict'
  if (fault === 'conflict') return new CloudFailure('DATABASE_TRANSACTION_CONFLICT', busy)
  if (fault === 'too-many-requests') return new CloudFailure('EXCEED_REQUEST_LIMIT', 'the number of requests exceeds the quota')
  if (fault !== 'timeout') return new AnswerLost(action)
  return new CloudFailure(action.startsWith('database.') ? 'DATABASE_TIMEOUT' : 'SERVER_TIMEOUT', 'service response timeout')
}
