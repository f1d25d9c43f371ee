/** A cloud with a district in it, alone in its process. */
import { startCloud, type Cloud } from '../../../emulator/cloud/start-cloud'
import { openidRecord } from '../../../cloudfunctions/_shared/records/openids'
import { serve } from '../../child'
import { clockStands, monthMade, monthsOf, sizes, unitsOf } from '../../../tests/totals/district'

let cloud: Cloud | undefined
const opened = () => {
  if (!cloud) throw new Error('not open')
  return cloud
}

const work = {
  /** Fills the folder by the bulk loader; answers how many documents of facts, and in how many seconds. */
  async open({ dataDir, size: name }: { dataDir: string; size: keyof typeof sizes }) {
    cloud = await startCloud({ dataDir, functionsDir: 'dist/cloudfunctions', now: clockStands, env: { LINLI_CALLS_PER_SECOND: '1000000' } })
    const { db } = cloud
    const size = sizes[name]
    const place = unitsOf(size)
    db.insertMany('units', [place.district, ...place.streets, ...place.communities, ...place.grids])
    db.insertMany('openids', [openidRecord('openid-bench', 'p-bench', clockStands, [{ role: 'admin', unitId: place.district._id }])])
    const begun = performance.now()
    let facts = 0
    for (const [index, month] of monthsOf(size).entries()) {
      const { events, attendance, entries } = monthMade(size, place, month, index)
      db.insertMany('events', events)
      for (let i = 0; i < attendance.length; i += 5000) db.insertMany('attendance', attendance.slice(i, i + 5000))
      db.insertMany('work-entries', entries)
      facts += attendance.length + entries.length
    }
    return { facts, seconds: (performance.now() - begun) / 1000, env: cloud.env() }
  },
  /** Operations of one call of `totals` besides the one that establishes who calls, and what it answers. */
  async call({ call, input }: { call: string; input: object }) {
    const heard = opened().faults.listen('totals')
    const answer = (await opened().invoke('totals', { openid: 'openid-bench', data: { call, input } })) as { ok: boolean; value?: unknown }
    opened().faults.disarm()
    if (!answer.ok) throw new Error(`${call}: ${JSON.stringify(answer)}`)
    return { operations: heard.filter((action) => action.startsWith('database.')).length - 1, value: answer.value }
  },
  insert({ collection, documents }: { collection: string; documents: object[] }) {
    opened().db.insertMany(collection, documents)
  },
  find: ({ collection, query }: { collection: string; query: Record<string, unknown> }) => opened().db.find(collection, query),
  megabytes: () => process.memoryUsage().rss / 1e6,
}
export type DistrictCloud = typeof work

serve(work, () => cloud?.stop())
