import { createContext, Script } from 'node:vm'
import { CloudFailure } from '../failure'

const MOST_MS = 10_000
const room: { work?: () => unknown } = createContext({})
const script = new Script('work()')

/**
 * For what a client wrote and nobody can tell the end of: regular expressions, $expr, aggregates. Only pure work
 * may run in here, since it is cut off anywhere.
 */
export function underCeiling<T>(work: () => T, mostMs = MOST_MS): T {
  const outer = room.work
  room.work = work
  try {
    return script.runInContext(room, { timeout: mostMs }) as T
  } catch (failure) {
    if ((failure as { code?: unknown } | null)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw failure
    throw new CloudFailure('DATABASE_TIMEOUT', `the query or aggregate did not end within ${mostMs / 1000} s`)
  } finally {
    if (outer) room.work = outer
    else delete room.work
  }
}
