/**
 * `findings/<trace id>`: what WeChat found in a picture, from its push until the photo that was asked about has it. Written down first: the
 * push may come before the question's number stands at the photo. Each side writes and then looks for the other, so whichever is later
 * finds both; what breaks off in between the sweep brings together.
 */
import { command } from '../cloud'
import type { Finding } from '../media-check'
import { minutes } from '../rules/calendar'
import { collection } from './collection'
import { photos } from './facts'

/** isFine: null where WeChat could not look at it. */
interface FindingRecord { _id: string; isFine: boolean | null; at: string }

const findings = collection<FindingRecord>('findings')

/** A question stands within seconds of being asked; what nothing stands for by then is of one that was dropped or answered. */
const patience = minutes(10)

/** A push, once or again: the first answer to a question counts. */
export async function takeFinding({ traceId, isFine }: Finding, at: string): Promise<void> {
  const { record } = await findings.addOnce({ _id: traceId, isFine, at })
  await settle(record)
}

/** After the question was kept: its answer, if that was faster. */
export async function takeEarlyFinding(traceId: string): Promise<void> {
  const early = await findings.find(traceId)
  if (early) await settle(early)
}

/** Any number of times and at once. An answer to a question that no longer stands changes nothing. `now` in ms. */
export async function settleFindings(now: number, most: number): Promise<void> {
  for (const finding of await findings.list({}, { orderBy: [['at', 'asc']], limit: most })) {
    if (!(await settle(finding)) && Date.parse(finding.at) + patience <= now) await findings.remove({ _id: finding._id })
  }
}

/** Did a question stand? */
async function settle({ _id: traceId, isFine, at }: FindingRecord): Promise<boolean> {
  const standing = { 'asked.traceId': traceId, 'asked.refused': false }
  const [photo] = await photos.list(standing, { limit: 1 })
  if (!photo?.asked) return false
  const change = isFine === null ? { asked: null } : isFine ? { public: command.set({ by: photo.asked.by, at }), asked: null } : { 'asked.refused': true }
  await photos.update({ _id: photo._id, ...standing }, change)
  await findings.remove({ _id: traceId })
  return true
}
