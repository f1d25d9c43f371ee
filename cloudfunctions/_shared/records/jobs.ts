/**
 * `jobs/<name>`: when a timer's job last went well, and since when it fails. Written at most every ten minutes, so that an admin can be told of one that
 * stands still; a note that cannot be written keeps no job from its work.
 */
import { command } from '../cloud'
import { hours, instant, minutes } from '../rules/calendar'
import { collection } from './collection'

interface JobRecord { _id: string; /** Went well; null: never. */ at: string | null; failingSince: string | null }

const jobs = collection<JobRecord>('jobs')
const often = minutes(10)
/** Every job but the nightly one runs at least every ten minutes. */
const standsStill = hours(2)
/** It reads and writes nothing, but when it had failed before. */
const nightly = 'audit/verify'
/** Of this process, in ms: it need not write what it has just written. */
const noted = new Map<string, number>()

export async function noteWell(name: string, now: number): Promise<void> {
  if (now - (noted.get(name) ?? -Infinity) < often) return
  if (name === nightly && (await jobs.find(name).catch(() => null)) === null) return
  await jobs.put({ _id: name, at: instant(now), failingSince: null }).then(() => noted.set(name, now), () => undefined)
}

export async function noteFailed(name: string, now: number): Promise<void> {
  noted.delete(name)
  const since = instant(now)
  const note = async () => {
    if ((await jobs.update({ _id: name, failingSince: null }, { failingSince: since })) === 0) await jobs.addOnce({ _id: name, at: null, failingSince: since })
  }
  await note().catch(() => undefined)
}

/** Fail for ten minutes, or have not run for long. `now` in ms. One operation. */
export async function stuckJobs(now: number): Promise<string[]> {
  const found = await jobs.list({ _id: command.neq('') }, { limit: 50, orderBy: [['_id', 'asc']] })
  return found.filter(({ _id, at, failingSince }) => (failingSince !== null && failingSince <= instant(now - often)) || (at !== null && _id !== nightly && at <= instant(now - standsStill))).map(({ _id }) => _id)
}
