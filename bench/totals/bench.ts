/** A district's totals at three sizes: what a month costs to look at, how fresh it is while facts come in, and how long it takes to count everything again. */
import { join } from 'node:path'
import { monthTotals } from '../../contract/totals/month'
import { attendanceRecord } from '../../cloudfunctions/_shared/records/facts'
import type { EventRecord } from '../../cloudfunctions/_shared/records/events'
import { startChild, type Child } from '../children'
import { figure, type Bench, type Figure } from '../figures'
import { targets } from '../targets'
import { temporaryFolder } from '../temporary-folder'
import { clockStands, lastMonth, monthsOf, sizes } from '../../tests/totals/district'
import type { DistrictCloud } from './processes/district-cloud'
import type { Reader } from './processes/reader'

const levels = { 区: 'd', 街道: 's0', 社区: 'c0', 网格: 'g0' } as const
const views = 100
/** Facts a second, and for how long: three runs of the timer. */
const perSecond = 100
const everyMs = 30_000
const timerRuns = 3

type SizeName = keyof typeof sizes
interface Scene { name: SizeName; cloud: Child<DistrictCloud>; reader: Child<Reader> }

async function atSize(name: SizeName): Promise<Figure[]> {
  const scene: Scene = { name, cloud: startChild<DistrictCloud>(join(__dirname, 'processes/district-cloud.ts')), reader: startChild<Reader>(join(__dirname, 'processes/reader.ts')) }
  const { cloud, reader } = scene
  try {
    const { facts, seconds, env } = await cloud.ask('open', { dataDir: temporaryFolder(), size: name })
    await reader.ask('connect', env)
    const rebuilt = await reader.ask('keep', Date.parse(clockStands))
    await requireExact(scene)
    return [
      figure(`${name}：放进 ${facts} 条记录`, '秒', [seconds]),
      figure(`${name}：全部重算`, '秒', [rebuilt], targets.totals.rebuildSeconds),
      ...(await lookedAt(scene)), ...(await fresh(scene)),
      figure(`${name}：模拟云占的内存`, 'MB', [await cloud.ask('megabytes')]),
      figure(`${name}：汇总那个进程占的内存`, 'MB', [await reader.ask('megabytes')]),
    ]
  } finally {
    await Promise.all([cloud.end(), reader.end()])
  }
}

/** Speed that counts wrong is worth nothing: over all months every check-in is one 人次, and every entry is in. */
async function requireExact({ name, cloud }: Scene): Promise<void> {
  const size = sizes[name]
  const all = await cloud.ask('find', { collection: 'unit-months', query: { unitId: 'd' } })
  const figures = all.flatMap(({ text }) => (JSON.parse(String(text)) as { figures: { name: string; value: number | null }[] }).figures)
  const attendances = figures.filter((one) => one.name.endsWith('_attendances') && one.name !== 'volunteer_attendances').reduce((sum, one) => sum + (one.value ?? 0), 0)
  if (all.length !== monthsOf(size).length || attendances !== size.checkIns) throw new Error(`${name}: ${all.length} months with ${attendances} 人次 are kept of ${size.checkIns} check-ins`)
}

async function lookedAt({ name, cloud, reader }: Scene): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [zh, unitId] of Object.entries(levels)) {
    const input = { unitId, month: lastMonth }
    const { operations } = await cloud.ask('call', { call: monthTotals.name.split('/')[1]!, input })
    const documents = await reader.ask('documents', input)
    await reader.ask('views', { ...input, count: 20 })
    const measured = await reader.ask('views', { ...input, count: views })
    figures.push(
      figure(`${name}：看${zh}的一个月，数据库操作`, '次', [operations], targets.totals.operations),
      figure(`${name}：看${zh}的一个月，读的文档`, '个', [documents], targets.totals.documents),
      figure(`${name}：看${zh}的一个月，第 95 百分位`, '毫秒', [percentile(measured.views, 0.95)]),
      // In turn and both at their slowest twentieth, so that what else the machine does falls on both.
      figure(`${name}：看${zh}的一个月，与一次 doc.get 之比，都取第 95 百分位`, '倍', [percentile(measured.views, 0.95) / percentile(measured.gets, 0.95)], targets.totals.ratio),
      figure(`${name}：看${zh}的一个月，与一次 doc.get 之比，都取中位数`, '倍', [percentile(measured.views, 0.5) / percentile(measured.gets, 0.5)]),
    )
  }
  return figures
}

/** How old what is shown can be at most: from just behind the beginning of one run to the end of the next. */
async function fresh({ name, cloud, reader }: Scene): Promise<Figure[]> {
  const events = (await cloud.ask('find', { collection: 'events', query: { months: lastMonth } })) as unknown as EventRecord[]
  let written = 0
  const write = async () => {
    const documents = Array.from({ length: perSecond }, () => {
      const event = events[(written * 37) % events.length]!
      const session = event.sessions[0]!
      written += 1
      return { ...attendanceRecord(event, session, `late-${written}`), marks: { [`late-record-${written}`]: { present: 1, at: session.startsAt, source: 'tap', by: 'p-worker', clocks: { device: session.startsAt, offsetMs: 0, received: session.startsAt } } } }
    })
    await cloud.ask('insert', { collection: 'attendance', documents })
  }
  const writing = setInterval(() => void write(), 1000)
  const begun: number[] = []
  const ended: number[] = []
  const first = performance.now()
  for (let run = 0; run < timerRuns; run += 1) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, first + run * everyMs - performance.now())))
    begun.push(performance.now())
    await reader.ask('keep', Date.parse(clockStands) + (run + 1) * everyMs)
    ended.push(performance.now())
  }
  clearInterval(writing)
  const oldest = ended.slice(1).map((end, n) => (end - begun[n]!) / 1000)
  return [
    figure(`${name}：每秒 ${perSecond} 条（共 ${written} 条）时，一条最晚多久看得到`, '秒', oldest, targets.totals.freshSeconds),
    figure(`${name}：这时一轮用的时间`, '秒', ended.map((end, n) => (end - begun[n]!) / 1000)),
  ]
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN
}

export const bench: Bench = Object.fromEntries((Object.keys(sizes) as SizeName[]).map((name) => [`${name} 条`, () => atSize(name)]))
