/** Which indicators this worker and their unit logged in the last two months, kept on the phone, so that 记一笔 offers the usual ones first without signal. */
import { listWork } from '#contract/work/list'
import { indicatorNames, type IndicatorName } from '#contract/work/indicators'
import { takeOut, putAway } from '../platform/drawer'
import { addDays, today } from './calendar'
import { call } from './call'
import { create } from './forgettable'

/** How often, one's own three times as much; never shown. */
type Counts = Partial<Record<IndicatorName, number>>
interface Usual { counts: Counts; /** Of the unit, last asked for. */ on: string; unitId: string }

const drawer = 'usual-indicators'
const ownWeight = 3
const daysBack = 60

/** What most months have, where nothing is known yet. */
const common: readonly IndicatorName[] = ['households_visited', 'leaflets_given', 'banners_hung', 'slogans_posted', 'disputes_found', 'volunteer_attendances']

export const useUsual = create<{ counts: Counts }>()(() => ({ counts: kept()?.counts ?? {} }))

/** Most used first, filled up with what most months have. */
export function mostUsed(counts: Counts, most = 6): IndicatorName[] {
  const used = indicatorNames.filter((name) => (counts[name] ?? 0) > 0).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
  return [...used, ...common.filter((name) => !used.includes(name))].slice(0, most)
}

export function countsOf(entries: readonly { indicator: IndicatorName; own: boolean; withdrawn: boolean }[]): Counts {
  const counts: Counts = {}
  for (const { indicator, own, withdrawn } of entries) if (!withdrawn) counts[indicator] = (counts[indicator] ?? 0) + (own ? ownWeight : 1)
  return counts
}

/** Asked once a day; without a network what is known stays. */
export async function refreshUsual(unitId: string): Promise<void> {
  const on = today()
  const known = kept()
  if (known?.on === on && known.unitId === unitId) return
  const answer = await call(listWork, { unitId, from: addDays(on, -daysBack), to: on })
  if (answer.ok) keep({ counts: countsOf(answer.value.entries), on, unitId })
}

/** One's own, before the community says so. */
export function used(indicator: IndicatorName): void {
  const { counts } = useUsual.getState()
  keep({ on: '', unitId: '', ...kept(), counts: { ...counts, [indicator]: (counts[indicator] ?? 0) + ownWeight } })
}

function keep(usual: Usual): void {
  putAway(drawer, usual)
  useUsual.setState({ counts: usual.counts })
}

function kept(): Usual | null {
  const found = takeOut(drawer) as Partial<Usual> | null | undefined
  return found && typeof found.counts === 'object' && typeof found.on === 'string' ? (found as Usual) : null
}
