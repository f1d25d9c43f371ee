/** The real SDK in a process of its own, opened and used as functions do it: through the records' own verbs. */
import { collection } from '../../../cloudfunctions/_shared/records/collection'
import { command } from '../../../cloudfunctions/_shared/cloud'
import { attendance } from '../../../cloudfunctions/_shared/records/facts'
import { serve } from '../../child'
import { takenDocument } from '../pair'

const hot = collection<{ _id: string }>('hot')
const taken = collection<ReturnType<typeof takenDocument>>('taken')

const work = {
  connect(env: Record<string, string>) {
    Object.assign(process.env, env)
  },
  /** Sends the pairs from number `first` until before `end`; answers how many were acknowledged. */
  async pairs({ round, first, end, inFlight }: { round: string; first: number; end: number; inFlight: number }): Promise<number> {
    let next = first
    let acknowledged = 0
    await Promise.all(Array.from({ length: inFlight }, async () => {
      for (let number = next++; number < end; number = next++) {
        const updated = await hot.update({ _id: round, left: command.gt(0) }, { left: command.inc(-1) })
        const { added } = await taken.addOnce(takenDocument(round, number))
        if (updated === 1 && added) acknowledged += 1
      }
    }))
    return acknowledged
  },
  /** Who was at one session: a first query. */
  async session(sessionId: string) {
    const begun = performance.now()
    const found = await attendance.list({ sessionId })
    return { seconds: (performance.now() - begun) / 1000, found: found.length }
  },
  /** What a community's month is counted from: it and the one before, page by page. */
  async month({ months, unitId }: { months: string[]; unitId: string }) {
    return (await attendance.all({ month: command.in(months), path: unitId })).length
  },
}
export type Client = typeof work

serve(work)
