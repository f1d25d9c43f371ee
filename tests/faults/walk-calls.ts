/** All writing calls walked over in one running cloud: each begins in the world as it was opened. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { troublesWith, type AuditEntry, type AuditHead } from '../../cloudfunctions/_shared/rules/audit-chain'
import { saidByRights } from '../../cloudfunctions/_shared/rules/sealed-rights'
import type { GrantsRecord } from '../../cloudfunctions/_shared/records/grants'
import type { ReportRecord } from '../../cloudfunctions/_shared/records/reports'
import { keysOf, type Key } from '../../cloudfunctions/_shared/secrets/keys'
import type { Trouble } from '../../emulator/cloud/faults'
import { keysIn } from '../../emulator/world/keys'
import { openEvening, type Evening } from '../functions/community-evening'
import { restore, stateOf, sweptAt, type Stage, type State } from './state'
import { instances, walkOperations, type Walked } from './walk-operations'
import { earlier, type WritingCall } from './writing-call'
import { claimCode } from './writing-rights'

export interface OpenStage {
  walk(writing: WritingCall, troublesAt: (operation: number) => Trouble[], options?: { onceAState: boolean }): Promise<Walked>
  stop(): Promise<void>
}

export async function openStage(): Promise<OpenStage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-faults-'))
  const evening = await openEvening({ dataDir, cloud: { instancesPerFunction: instances, env: { LINLI_CLAIM_CODE: claimCode, LINLI_CALLS_PER_SECOND: '100000' } } })
  const keys = keysOf('LINLI_AUDIT_KEY', keysIn(dataDir))
  const declared = JSON.parse(readFileSync(resolve(__dirname, '../../cloudfunctions/_shared/indexes.json'), 'utf8')) as object
  const stage: Stage = { cloud: evening.cloud, collections: Object.keys(declared), filesDir: join(dataDir, 'files') }
  const opened = stateOf(stage)
  return {
    async walk(writing, troublesAt, options) {
      restore(stage, opened)
      evening.cloud.clock.set(earlier)
      const call = await writing.stage(evening)
      const walked = await walkOperations(stage, {
        name: `${writing.call} (${writing.when})`, functionName: writing.call.split('/')[0] ?? '', call, parts: call.parts ?? [],
        sweep: () => sweepAll(evening, writing.call === 'totals/keep'), promises: (state) => [...bookAgrees(state), ...auditIsWhole(state, keys)],
      }, troublesAt, options)
      console.log(`${writing.call} (${writing.when}): ${walked.operations} operations, ${walked.points} points, ${walked.states} states`)
      return walked
    },
    async stop() {
      await evening.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Every job that a timer starts, as it is deployed, but for the one that only looks, and the one that keeps totals, which comes where it is itself walked over. */
const functionsDir = resolve(__dirname, '../../cloudfunctions')
const sweeping = readdirSync(functionsDir).filter((name) => name !== 'audit' && name !== 'totals' && !name.startsWith('_') && readFileSync(join(functionsDir, name, 'config.json'), 'utf8').includes('"timer"'))
/** Notices before and after the others: a changed event's book is swept once it follows, and what a sweep calls off is told. */
const sweepAll = async (evening: Evening, keeping: boolean) => {
  evening.cloud.clock.set(sweptAt)
  const run = (name: string) => evening.cloud.invoke(name, { source: 'timer' })
  await run('notices')
  // Erasing gives places back, which the others then find: one run of each is to be enough.
  await run('people')
  await Promise.all(sweeping.filter((name) => name !== 'notices' && name !== 'people').map(run))
  await run('notices')
  if (keeping) await run('totals')
}

/** Who holds places has exactly that registration, made at that instant: by it they are given back. */
function bookAgrees({ documents }: State): string[] {
  const written = new Map((documents['registrations'] ?? []).map((one) => [String(one['_id']), one]))
  return (documents['seat-books'] ?? []).flatMap((book) => Object.entries(book['taken'] as Record<string, { n: number; at: string; sessions: string[] }>).flatMap(([personKey, seats]) => {
    const one = written.get(`${String(book['_id'])}:${personKey}`)
    const agrees = one?.['status'] === 'confirmed' && one['registeredAt'] === seats.at && one['partySize'] === seats.n && JSON.stringify(one['sessions']) === JSON.stringify(seats.sessions)
    return agrees ? [] : [`${personKey} holds ${JSON.stringify(seats)} in the book, and the registration says ${JSON.stringify(one)}`]
  }))
}

/** Each chain is whole, ends at its head, and is the one that approved reports print. */
function auditIsWhole({ documents }: State, keys: readonly Key[]): string[] {
  const heads = (documents['audit-heads'] ?? []) as unknown as AuditHead[]
  const entries = (documents['audit'] ?? []) as unknown as AuditEntry[]
  const printed = ((documents['reports'] ?? []) as unknown as ReportRecord[]).flatMap(({ steps }) => steps.flatMap((step) => (step.what === 'approve' ? [step.checkpoint] : [])))
  const rights = saidByRights((documents['grants'] ?? []) as unknown as GrantsRecord[], (documents['units'] ?? []).filter(({ parentId }) => parentId === null).map(({ _id }) => String(_id)), keys)
  const known = [...printed, ...rights.checkpoints]
  const chains = new Set([...known.map(({ chain }) => chain), ...heads.map(({ _id }) => _id), ...entries.map(({ chain }) => chain)])
  return [...rights.unsealed.map((unitId) => `the rights on ${unitId} have no seal`), ...[...chains].flatMap((chain) => troublesWith(chain, entries.filter((entry) => entry.chain === chain), heads.find(({ _id }) => _id === chain) ?? null, keys, known.filter((one) => one.chain === chain))
    .map(({ kind, n }) => `the audit of ${chain} is ${kind} at ${n}`))]
}
