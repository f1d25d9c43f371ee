/**
 * A community as it truly is, from the autumn of one year to a month of the next: disputes that are found and settled when they are, stories that
 * are written and published, evenings to which people come in parties. It is then written down as people do: grid by grid, week by week, with
 * soft words, gaps, paper and grids that move. Knows nothing of the rules that are tried on it.
 */
import type { Chance } from '../fleet/sim/chance'

export interface Entry { _id: string; unitId: string; path: string[]; indicator: string; quantity: number | null; softness: 'exact' | 'over' | 'many' | 'near' | 'about'; on: string; month: string }
export interface Imported { _id: string; unitId: string; path: string[]; indicator: string; period: string; hundredths: number; softness: 'exact'; source: { kind: 'paper' | 'system'; name: string }; overlap: 'apart' | 'same' | null; hasFile: boolean }
export interface Session { id: string; on: string; month: string }
export interface Evening { _id: string; kind: string; title: string; path: string[]; sessions: Session[] }
export interface CheckIn { sessionId: string; personKey: string; marks: Record<string, { present: number; at: string }>; undone: Record<string, unknown> }
export interface Life {
  month: string
  entries: Entry[]
  imported: Imported[]
  events: Evening[]
  checkIns: CheckIn[]
  parties: Map<string, { sessions: string[]; partySize: number }>
  /** What truly was open on 31 December, and was written down as such. */
  carried: { disputes: number | null; articles: number | null }
  grown: boolean
}

/** Whole, from 0, without `end`. */
export const below = (chance: Chance, end: number): number => chance.between(0, end - 1)

const home = 'yuyin'
const street = 'hewan'

interface Story { begun: string; ended: string | null; grid: string }

export function lifeUntil(month: string, chance: Chance): Life {
  const year = Number(month.slice(0, 4))
  const first = `${year - 1}-09-01`
  const last = `${month}-28`
  const grids = Array.from({ length: 2 + below(chance, 5) }, (_, i) => `${home}-${i + 1}`)
  const moved = chance.happens(0.12) ? { grid: grids[0]!, on: `${year}-${String(1 + below(chance, Number(month.slice(5)))).padStart(2, '0')}-01` } : null
  const pathOf = (unitId: string, on: string) => (unitId === home ? [street, home] : moved?.grid === unitId && on < moved.on ? [street, 'liuqiao', unitId] : [street, home, unitId])
  let made = 0
  const id = () => `life-${(made += 1)}`
  const entry = (unitId: string, indicator: string, on: string, many: number): Entry => {
    const said = spoken(many, chance)
    return { _id: id(), unitId, path: pathOf(unitId, on), indicator, ...said, on, month: on.slice(0, 7) }
  }
  const line = (indicator: string, period: string, value: number, more: Partial<Imported> = {}): Imported => ({
    _id: id(), unitId: home, path: [street, home], indicator, period, hundredths: Math.round(value * 100), softness: 'exact', source: { kind: 'paper', name: '台账' }, overlap: null, hasFile: false, ...more,
  })

  const stories = (monthly: number, slowest: number, everEnds: number): Story[] => monthsBetween(first.slice(0, 7), month).flatMap((one) => Array.from({ length: below(chance, monthly * grids.length + 1) }, () => {
    const begun = `${one}-${String(1 + below(chance, 28)).padStart(2, '0')}`
    const ended = chance.happens(everEnds) ? daysLater(begun, below(chance, slowest)) : null
    return { begun, ended: ended !== null && ended <= last ? ended : null, grid: chance.oneOf(grids) }
  }))
  // Some communities settle all they find, so that the balance is as tight as can be; some find much, and count it roughly.
  const [busy, thorough] = [chance.oneOf([1, 2, 12]), chance.oneOf([0.8, 1, 1])]
  const disputes = stories(2 * busy, 60, thorough)
  const articles = stories(3 * busy, 45, thorough - 0.1)
  const openAt = (all: Story[]) => all.filter(({ begun, ended }) => begun < `${year}-01-01` && (ended === null || ended >= `${year}-01-01`)).length
  const carried = { disputes: chance.happens(0.6) ? openAt(disputes) : null, articles: chance.happens(0.6) ? openAt(articles) : null }

  // Somebody from the community's office settles now and then what a grid has found.
  const written = [
    ...byWeek(disputes.map(({ grid, begun }) => ({ who: grid, on: begun })), 'disputes_found', entry),
    ...byWeek(disputes.flatMap(({ grid, ended }) => (ended ? [{ who: chance.happens(0.2) ? home : grid, on: ended }] : [])), 'disputes_settled', entry),
    ...byWeek(articles.map(({ grid, begun }) => ({ who: grid, on: begun })), 'articles_written', entry),
    ...byWeek(articles.flatMap(({ grid, ended }) => (ended ? [{ who: chance.happens(0.5) ? home : grid, on: ended }] : [])), 'articles_published', entry),
  ]
  // The first months on paper: one figure a month and indicator instead of its entries.
  const onPaper = chance.happens(0.25) ? `${year}-${String(1 + below(chance, 3)).padStart(2, '0')}` : null
  const kept = written.filter((one) => onPaper === null || one.month > onPaper || !one.path.includes(home))
  const paper = onPaper === null ? [] : monthsBetween(`${year}-01`, onPaper).flatMap((one) => ([['disputes_found', disputes, 'begun'], ['disputes_settled', disputes, 'ended'], ['articles_written', articles, 'begun'], ['articles_published', articles, 'ended']] as const).flatMap(([name, all, when]) => {
    const many = all.filter((story) => story[when]?.startsWith(one) && pathOf(story.grid, story[when] ?? '').includes(home)).length
    return many > 0 ? [line(name, one, many)] : []
  }))
  const everyday = monthsBetween(monthsBack(month, 7), month).flatMap((one) => grids.flatMap((grid) => (['leaflets_given', 'banners_hung', 'households_visited'] as const).flatMap((name) =>
    Array.from({ length: below(chance, 4) }, () => entry(grid, name, `${one}-${String(1 + below(chance, 28)).padStart(2, '0')}`, usualOf(name, chance))))))

  const { events, checkIns, parties } = eveningsOf(month, chance, id)
  return {
    month, entries: [...kept, ...everyday].filter((one) => one.on <= `${month}-31`), events, checkIns, parties, carried, grown: moved !== null && moved.on > `${year}-01-01`,
    imported: [
      ...paper,
      ...(carried.disputes === null ? [] : [line('disputes_open', `${year - 1}-12-31`, carried.disputes)]),
      ...(carried.articles === null ? [] : [line('articles_unpublished', `${year - 1}-12-31`, carried.articles)]),
      // 人数 is never more than 人次: of another system, of a kind that nobody holds here.
      ...(chance.happens(0.4) ? peopleElsewhere(month, chance, line) : []),
    ],
  }
}

function peopleElsewhere(month: string, chance: Chance, line: (indicator: string, period: string, value: number, more?: Partial<Imported>) => Imported): Imported[] {
  const people = 20 + below(chance, 200)
  const more = { source: { kind: 'system', name: '文化云' } } as const
  return [line('free_clinic_attendances', month, people + below(chance, 300), more), line('free_clinic_attendees', month, people, more)]
}

function eveningsOf(month: string, chance: Chance, id: () => string): Pick<Life, 'events' | 'checkIns' | 'parties'> {
  const parties: Life['parties'] = new Map()
  const checkIns: CheckIn[] = []
  const events = Array.from({ length: below(chance, 5) }, (_, i): Evening => {
    const _id = `evening${i}`
    const sessions = Array.from({ length: 1 + below(chance, 3) }, (_n, n) => ({ id: `${_id}-s${n + 1}`, on: `${month}-${String(3 + n * 7).padStart(2, '0')}`, month }))
    for (let person = 0; person < 5 + below(chance, 30); person += 1) {
      const personKey = `p${i}-${person}`
      const registered = chance.happens(0.85)
      const partySize = 1 + below(chance, 5)
      const mine = sessions.filter(() => chance.happens(0.8)).map((session) => session.id.slice(session.id.lastIndexOf('-') + 1))
      // Also of those who cancelled and came after all.
      if (registered) parties.set(`${_id}:${personKey}`, { sessions: mine, partySize })
      for (const session of sessions) {
        if (!chance.happens(0.6)) continue
        const most = registered && mine.includes(session.id.slice(session.id.lastIndexOf('-') + 1)) ? partySize : 1
        const marks: CheckIn['marks'] = { [id()]: { present: 1 + below(chance, most), at: `${session.on}T11:00:00.000Z` } }
        if (chance.happens(0.2)) marks[id()] = { present: 1 + below(chance, most), at: `${session.on}T11:05:00.000Z` }
        checkIns.push({ sessionId: session.id, personKey, marks, undone: chance.happens(0.05) ? Object.fromEntries(Object.keys(marks).map((one) => [one, {}])) : {} })
      }
    }
    return { _id, kind: chance.oneOf(['seminar', 'gala', 'talk']), title: `第${i + 1}个晚上`, path: [street, home], sessions }
  })
  return { events, checkIns, parties }
}

/** What one grid did in a week is one entry, on the last day of it. */
function byWeek(done: { who: string; on: string }[], indicator: string, entry: (unitId: string, indicator: string, on: string, many: number) => Entry): Entry[] {
  const weeks = new Map<string, { who: string; on: string; many: number }>()
  for (const { who, on } of done) {
    const key = `${who} ${on.slice(0, 7)} ${Math.floor((Number(on.slice(8)) - 1) / 7)}`
    const before = weeks.get(key)
    weeks.set(key, { who, on: before && before.on > on ? before.on : on, many: (before?.many ?? 0) + 1 })
  }
  return [...weeks.values()].map(({ who, on, many }) => entry(who, indicator, on, many))
}

/** As people say it: mostly the number, now and then about it, or none. */
function spoken(many: number, chance: Chance): Pick<Entry, 'quantity' | 'softness'> {
  const dice = below(chance, 100)
  if (dice < 3) return { quantity: null, softness: 'exact' }
  if (many < 10 || dice < 70) return { quantity: many, softness: 'exact' }
  const tens = Math.floor(many / 10) * 10
  if (dice < 85 && tens < many) return { quantity: tens, softness: chance.happens(0.5) ? 'over' : 'many' }
  if (dice < 95 && tens < many) return { quantity: tens + 10, softness: 'near' }
  return { quantity: Math.max(1, Math.round(many * (0.85 + below(chance, 31) / 100))), softness: 'about' }
}

function usualOf(name: 'leaflets_given' | 'banners_hung' | 'households_visited', chance: Chance): number {
  return name === 'leaflets_given' ? 40 + below(chance, 160) : name === 'banners_hung' ? 1 + below(chance, 4) : 5 + below(chance, 20)
}

export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let [year, number] = from.split('-').map(Number) as [number, number]; `${year}-${String(number).padStart(2, '0')}` <= to;) {
    months.push(`${year}-${String(number).padStart(2, '0')}`)
    number += 1
    if (number > 12) { number = 1; year += 1 }
  }
  return months
}

export function monthsBack(month: string, many: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - many
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

function daysLater(day: string, many: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + many * 86_400_000).toISOString().slice(0, 10)
}
