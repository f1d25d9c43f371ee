/** Every field that really stands in the database after all seeds and every writing call; names in maps (people, records, sessions) are `*`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { checkIn } from '../../contract/attendance/check-in'
import { createEvent } from '../../contract/events/create'
import { logWork } from '../../contract/work/log'
import { personKeyOf } from '../../emulator/world/cast'
import { worldNames, worlds } from '../../emulator/world/worlds'
import { restore, stateOf, type Stage } from '../faults/state'
import { earlier, tapped } from '../faults/writing-call'
import { writingCalls } from '../faults/writing-calls'
import { claimCode } from '../faults/writing-rights'
import { newRecordId, openEvening, session, valueOf } from '../functions/community-evening'

/** Objects whose field names are data, by collection. */
const maps: Record<string, readonly string[]> = {
  'seat-books': ['left', 'capacity', 'changing', 'queue', 'startsAt', 'taken', 'spent'], answers: ['answers'], grants: ['held', 'held.*'], attendance: ['marks', 'undone'], audit: ['facts'], sheets: ['takenBy'],
}

export const declaredCollections = Object.keys(JSON.parse(readFileSync(resolve(__dirname, '../../cloudfunctions/_shared/indexes.json'), 'utf8')) as object)

/** Field paths by collection, sorted. */
export async function fieldsThatStand(): Promise<Record<string, string[]>> {
  const found = new Map(declaredCollections.map((name): [string, Set<string>] => [name, new Set()]))
  const note = (name: string, documents: readonly object[]) => {
    const fields = found.get(name) ?? new Set<string>()
    found.set(name, fields)
    for (const document of documents) walk(document, '', new Set(maps[name] ?? []), fields)
  }
  // Only while an erasing is under way.
  note('openids', [{ leaving: true }])
  for (const name of worldNames) for (const [collection, documents] of Object.entries(worlds[name].seed())) note(collection, documents)

  const dataDir = mkdtempSync(join(tmpdir(), 'linli-fields-'))
  const evening = await openEvening({ dataDir, cloud: { env: { LINLI_CLAIM_CODE: claimCode, LINLI_CALLS_PER_SECOND: '100000' } } })
  try {
    const stage: Stage = { cloud: evening.cloud, collections: declaredCollections, filesDir: join(dataDir, 'files') }
    const opened = stateOf(stage)
    const stands = () => { for (const name of declaredCollections) note(name, evening.cloud.db.find(name)) }
    for (const { stage: arrange, call: name, when } of writingCalls) {
      restore(stage, opened)
      evening.cloud.clock.set(earlier)
      const call = await arrange(evening)
      stands()
      const answer = await call()
      if (!answer.ok) throw new Error(`${name} (${when}): ${JSON.stringify(answer)}`)
      stands()
    }
    // With everything that may be left out.
    valueOf(await evening.call('lin', createEvent, {
      recordId: newRecordId(), kind: 'gala', title: '晚会', hostUnitId: 'yuyin', placeName: '广场', placeNote: '东门', bring: '凳子', organisers: [{ part: '主办', name: '榆荫社区' }],
      programme: [{ title: '孔雀', form: '舞蹈', performers: '舞蹈队' }], sessions: [session(1)], opensAt: earlier, closesAt: '2026-11-28T10:00:00.000Z',
    }))
    valueOf(await evening.call('chen', logWork, { ...tapped, recordId: newRecordId(), indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-1', note: '路口' }))
    valueOf(await evening.call('chen', checkIn, { recordId: newRecordId(), sessionId: `${await evening.publish()}-s1`, personKey: personKeyOf('zhang'), present: 1, source: 'tap', at: tapped.at, offsetMs: 0 }))
    await evening.cloud.invoke('totals', { source: 'timer' })
    stands()
  } finally {
    await evening.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return Object.fromEntries([...found].map(([name, fields]) => [name, [...new Set([...fields].filter((field) => field.endsWith(said) || !isWhole(field, fields)).map((field) => field.replace(said, '')))].sort()]))
}

/** Marks a path at which something stands that is not null. */
const said = '='

/** null or empty here, with fields of its own there. */
function isWhole(field: string, fields: ReadonlySet<string>): boolean {
  return [...fields].some((other) => other.startsWith(`${field}.`) || other.startsWith(`${field}[]`))
}

function walk(value: unknown, path: string, collapsed: ReadonlySet<string>, fields: Set<string>): void {
  if (Array.isArray(value)) {
    const parts = value.filter((one) => one !== null && typeof one === 'object')
    if (parts.length === 0) fields.add(path)
    for (const part of parts) walk(part, `${path}[]`, collapsed, fields)
  } else if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    for (const [name, one] of Object.entries(value)) {
      const field = collapsed.has(path) ? '*' : name
      walk(one, path === '' ? field : `${path}.${field}`, collapsed, fields)
    }
  } else fields.add(value === null ? path : `${path}${said}`)
}
