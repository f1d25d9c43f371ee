/**
 * Random histories of a month through the real functions, several calls at the same moment: whatever they race for, what was approved is what somebody
 * handed in and somebody else read, it never changes again, and it and its 更正 are together the facts.
 */
import { correctWork } from '../../contract/work/correct'
import { logWork } from '../../contract/work/log'
import { approveReport } from '../../contract/reports/approve'
import { draftReport } from '../../contract/reports/draft'
import { reportStanding } from '../../contract/reports/standing'
import { sendBackReport } from '../../contract/reports/send-back'
import { submitReport } from '../../contract/reports/submit'
import { monthTotals } from '../../contract/totals/month'
import { newRecordId, valueOf, type Evening } from '../functions/community-evening'
import { randomOf } from './random'

const october = { unitId: 'yuyin', month: '2026-10' } as const
type Who = Parameters<Evening['call']>[0]
export interface SeenThere { approved: boolean; corrections: number; races: number }

export async function runThere(world: Evening, seed: number, acts: number): Promise<SeenThere> {
  for (const name of ['reports', 'snapshots', 'work-entries']) world.cloud.db.remove(name, {})
  const random = randomOf(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const live = new Map<string, { quantity: number; rev: number }>()
  const seen: SeenThere = { approved: false, corrections: 0, races: 0 }
  let closedAs: string | null = null
  let handedIn = false
  const stamp = () => ({ recordId: newRecordId(), at: new Date(world.cloud.clock.now()).toISOString(), offsetMs: 0 })
  const standing = async () => valueOf(await world.call('he', reportStanding, october))
  const lastHash = (steps: readonly { what: string; hash: string | null }[]) => steps.filter((step) => step.what === 'submit').at(-1)?.hash ?? '0'.repeat(64)

  const log = async () => {
    const entry = { ...stamp(), unitId: 'yuyin-1', indicator: 'banners_hung' as const, quantity: 1 + Math.floor(random() * 9), softness: 'exact' as const, on: '2026-10-20' }
    valueOf(await world.call('chen', logWork, entry))
    live.set(entry.recordId, { quantity: entry.quantity, rev: 1 })
  }
  const correct = async () => {
    const [entryId, entry] = pick([...live]) ?? []
    if (entryId === undefined || !entry) return
    valueOf(await world.call('lin', correctWork, { ...stamp(), entryId, rev: entry.rev, quantity: entry.quantity + 1, softness: 'exact', on: '2026-10-20', reason: '数错了' }))
    live.set(entryId, { quantity: entry.quantity + 1, rev: entry.rev + 1 })
  }
  const submit = async (who: Who) => { const { steps } = await standing(); await world.call(who, submitReport, { recordId: newRecordId(), ...october, steps: steps.length, missing: [] }) }
  const approve = async (who: Who) => { const { steps } = await standing(); await world.call(who, approveReport, { recordId: newRecordId(), ...october, hash: lastHash(steps) }) }
  const sendBack = async () => { const { steps } = await standing(); await world.call('he', sendBackReport, { recordId: newRecordId(), ...october, hash: lastHash(steps), remarks: [{ text: '再看看' }] }) }
  const acted = { log, correct, submit: () => submit(pick(['lin', 'lin', 'lin', 'he', 'chen'])), approve: () => approve(pick(['he', 'he', 'he', 'lin', 'chen'])), sendBack }

  for (let n = 0; n < acts; n += 1) {
    const dice = random()
    const first = dice < 0.25 ? 'log' : dice < 0.33 ? 'correct' : !handedIn || dice > 0.93 ? 'submit' : dice < 0.88 ? 'approve' : 'sendBack'
    if (random() < 0.4) {
      seen.races += 1
      await Promise.all([acted[first](), acted[pick(['log', 'submit', 'approve', 'approve'] as const)]()])
    } else await acted[first]()
    await check()
  }
  return seen

  async function check(): Promise<void> {
    const { state, steps, corrections } = await standing()
    const totals = valueOf(await world.call('lin', monthTotals, october))
    const value = totals.figures.find(({ name }) => name === 'banners_hung')?.value ?? 0
    const facts = [...live.values()].reduce((sum, { quantity }) => sum + quantity, 0)
    const moved = (corrections?.lines ?? []).reduce((sum, { was, now }) => sum + (now?.value ?? 0) - (was?.value ?? 0), 0)
    if (value + moved !== facts) throw new Error(`seed ${seed}: ${value} and 更正 ${moved} are not ${facts}`)
    handedIn = state === 'submitted'
    if (state !== 'approved') {
      if (closedAs !== null || totals.closed) throw new Error(`seed ${seed}: a closed month is open again`)
      return
    }
    const approval = steps.at(-1)!
    const paper = steps.filter((step) => step.what === 'submit').at(-1)!
    if (approval.what !== 'approve' || approval.hash !== paper.hash || approval.name === paper.name) throw new Error(`seed ${seed}: approved was not what was handed in, or by the same person`)
    const text = valueOf(await world.call('lin', draftReport, october))
    const now = JSON.stringify({ figures: totals.figures, parts: totals.parts, closed: totals.closed, text, hash: approval.hash })
    if (closedAs !== null && closedAs !== now) throw new Error(`seed ${seed}: a closed month changed`)
    closedAs = now
    seen.approved = true
    seen.corrections = corrections?.lines.length ?? 0
  }
}
