/** Every ten minutes: goes on with erasings, and removes what is kept no longer (docs/personal-data.md). What a run leaves over is the next one's. */
import { dueRules, forgetDue } from '../_shared/records/due'
import { dayOf } from '../_shared/rules/calendar'
import type { Job } from '../_shared/serve'
import { carryOnErasures } from './carry-on-erasures'
import { forgetFaces } from './forget-faces'

const perRun = 500

async function run(now: number): Promise<void> {
  const gone: Record<string, number> = {}
  const erasures = await carryOnErasures(now)
  if (erasures > 0) gone['erasures'] = erasures
  const faces = await forgetFaces(now)
  if (faces > 0) gone['faces'] = faces
  let left = perRun
  for (const rule of dueRules) {
    if (left === 0) break
    const count = await forgetDue(rule, dayOf(now), left)
    left -= count
    if (count > 0) gone[rule.collection] = count
  }
  if (Object.keys(gone).length > 0) console.log(JSON.stringify({ job: forget.name, gone }))
}

export const forget: Job = { name: 'people/forget', run }
