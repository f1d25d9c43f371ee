/** What waits on this phone about work entries, and how the list reads with it. Pure. */
import type { InQueue } from './queue/queued-record'
import { withCorrection, type LoggedEntry } from './work'

type Logged = Extract<InQueue, { call: 'work/log' }>
type Corrected = Extract<InQueue, { call: 'work/correct' }>

export interface WaitingWork {
  /** Entries that the community does not have yet, the latest first. What was refused is in the tray. */
  waiting: Logged[]
  /** By entry: the correction that waits or was refused. */
  corrections: ReadonlyMap<string, Corrected>
  /** As they will be once what waits has arrived. */
  entries: LoggedEntry[]
}

export function waitingWork(records: readonly InQueue[], listed: readonly LoggedEntry[]): WaitingWork {
  const waiting = records.filter((one): one is Logged => one.call === 'work/log' && one.state !== 'refused').reverse()
  const corrections = records.filter((one): one is Corrected => one.call === 'work/correct')
  const entries = corrections.filter(({ state }) => state !== 'refused').reduce((all, { input }) => withCorrection(all, input), [...listed])
  return { waiting, corrections: new Map(corrections.map((one) => [one.input.entryId, one])), entries: entries.filter(({ id }) => !waiting.some(({ input }) => input.recordId === id)) }
}
