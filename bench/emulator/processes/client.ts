/** The real SDK in a process of its own, opened and used as functions do it: through the records' own verbs. */
import { collection } from '../../../cloudfunctions/_shared/records/collection'
import { command } from '../../../cloudfunctions/_shared/cloud'
import { attendance } from '../../../cloudfunctions/_shared/records/facts'
import { serve } from '../../child'
import { takenDocument } from '../pair'

const IN_FLIGHT = 16
const hot = collection<{ _id: string }>('hot')
const taken = collection<ReturnType<typeof takenDocument>>('taken')

const work = {
  connect(env: Record<string, string>) {
    Object.assign(process.env, env)
  },
  /** Sends `count` pairs; answers the seconds that they took and how many were acknowledged. */
  async pairs({ round, count }: { round: string; count: number }) {
    let next = 0
    let acknowledged = 0
    const begun = performance.now()
    await Promise.all(Array.from({ length: IN_FLIGHT }, async () => {
      for (let number = next++; number < count; number = next++) {
        const updated = await hot.update({ _id: round, left: command.gt(0) }, { left: command.inc(-1) })
        const { added } = await taken.addOnce(takenDocument(round, number))
        if (updated === 1 && added) acknowledged += 1
      }
    }))
    return { seconds: (performance.now() - begun) / 1000, acknowledged }
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
