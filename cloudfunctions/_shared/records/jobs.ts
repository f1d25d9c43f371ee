/**
 * `jobs/<name>`: when a timer's job last went well, and since when it fails. Written at most every ten minutes, so that an admin can be told of one that
 * stands still or never began; a note that cannot be written keeps no job from its work.
 */
import { command } from '../cloud'
import { hours, instant, minutes } from '../rules/calendar'
import { timerJobs } from '../rules/matrix'
import { collection } from './collection'

interface JobRecord { _id: string; /** Went well; null: never. */ at: string | null; failingSince: string | null; /** Another job ran by then, so this one should. */ expectedSince?: string }

const jobs = collection<JobRecord>('jobs')
const often = minutes(10)
/** Every job but the nightly one runs at least every ten minutes. */
const patienceWith = (name: string) => hours(name === 'audit/verify' ? 26 : 2)
/** Of this process, in ms: it need not write what it has just written. */
const noted = new Map<string, number>()

export async function noteWell(name: string, now: number): Promise<void> {
  if (now - (noted.get(name) ?? -Infinity) < often) return
  await jobs.put({ _id: name, at: instant(now), failingSince: null }).then(() => noted.set(name, now), () => undefined)
  await expectOthers(now).catch(() => undefined)
}

/** Whichever runs first says of all the others that they should. */
async function expectOthers(now: number): Promise<void> {
  const known = new Set((await everyJob()).map(({ _id }) => _id))
  await jobs.addAllOnce(timerJobs.filter((name) => !known.has(name)).map((name) => ({ _id: name, at: null, failingSince: null, expectedSince: instant(now) })))
}

export async function noteFailed(name: string, now: number): Promise<void> {
  noted.delete(name)
  const since = instant(now)
  const note = async () => {
    if ((await jobs.update({ _id: name, failingSince: null }, { failingSince: since })) === 0) await jobs.addOnce({ _id: name, at: null, failingSince: since })
  }
  await note().catch(() => undefined)
}

/** Fail for ten minutes, have not run for long, or never began; all of them where none ever ran. `now` in ms. One operation. */
export async function stuckJobs(now: number): Promise<string[]> {
  const found = await everyJob()
  if (found.length === 0) return [...timerJobs]
  const isStuck = ({ _id, at, failingSince, expectedSince }: JobRecord) => {
    const last = at ?? (failingSince === null ? expectedSince ?? null : null)
    return (failingSince !== null && failingSince <= instant(now - often)) || (last !== null && last <= instant(now - patienceWith(_id)))
  }
  return found.filter(isStuck).map(({ _id }) => _id)
}

function everyJob(): Promise<JobRecord[]> {
  return jobs.list({ _id: command.neq('') }, { limit: 50, orderBy: [['_id', 'asc']] })
}
