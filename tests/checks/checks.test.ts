/** A truthful month raises no contradiction, and a mistake is found (product.md, invariant 7): 200 of each, with the lives and mistakes of their own. */
import { expect, test } from 'vitest'
import { checksOf, type CheckSource, type FoundIn } from '../../cloudfunctions/_shared/rules/checks/checks-of'
import { chance as chanceOf, type Chance } from '../fleet/sim/chance'
import { lifeUntil, monthsBack, type Life } from './life'
import { mistakes } from './mistakes'

/** September, January and December are where things found before are settled after. */
const months = ['2026-09', '2026-01', '2026-12', '2026-02', '2026-06', '2026-11']
const lives = (many: number, seed: number, look: (life: Life, chance: Chance, i: number) => void) => {
  for (let i = 0; i < many; i += 1) {
    const chance = chanceOf(seed + i)
    look(lifeUntil(months[i % months.length]!, chance), chance, i)
  }
}

/** As the function reads it for a community. */
function findingsOf(life: Life): FoundIn[] {
  const { month } = life
  const mine = life.entries.filter((one) => one.path.includes('yuyin'))
  return checksOf({
    unit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, month, grown: life.grown, imported: life.imported, events: life.events, checkIns: life.checkIns as unknown as CheckSource['checkIns'],
    since: mine.filter((one) => one.month >= `${month.slice(0, 4)}-01` && one.month <= month), entries: mine.filter((one) => one.month === month),
    earlier: life.entries.filter((one) => one.month < month && one.month >= monthsBack(month, 6)),
    partyOf: ({ sessionId, personKey }) => life.parties.get(`${sessionId.slice(0, sessionId.lastIndexOf('-'))}:${personKey}`) ?? null,
  })
}

test('200 truthful months raise no contradiction and no question', () => {
  const wrong: unknown[] = []
  const seen = { crossed: 0, carried: 0, grown: 0, hints: 0 }
  lives(200, 1000, (life, _chance, i) => {
    const found = findingsOf(life)
    wrong.push(...found.filter(({ weight }) => weight !== 'hint').map((one) => ({ life: i, month: life.month, ...one })))
    seen.hints += found.length
    seen.grown += Number(life.grown)
    seen.carried += Number(life.carried.disputes !== null)
    const of = (name: string) => life.entries.filter((one) => one.indicator === name && one.month === life.month).reduce((sum, one) => sum + (one.quantity ?? 0), 0)
    // More was settled in the month than found in it: the lives are such as would trip a careless rule.
    seen.crossed += Number(of('disputes_settled') > of('disputes_found'))
  })
  expect(wrong).toEqual([])
  expect(seen.crossed).toBeGreaterThan(30)
  expect(seen.carried).toBeGreaterThan(80)
  expect(seen.grown).toBeGreaterThan(5)
  // Hints stay rare, or nobody reads them.
  expect(seen.hints).toBeLessThan(100)
})

test('of 200 mistakes at least 95 in 100 are found, each by its own finding', () => {
  const missed: string[] = []
  let made = 0
  for (let seed = 5000; made < 200; seed += 1) {
    const chance = chanceOf(seed)
    const life = lifeUntil(months[seed % months.length]!, chance)
    const mistake = mistakes[made % mistakes.length]!
    const wrong = mistake.make(life, chance)
    if (!wrong) continue
    made += 1
    const before = findingsOf(life).filter(({ kind }) => kind === mistake.kind).length
    if (findingsOf(wrong).filter(({ kind }) => kind === mistake.kind).length <= before) missed.push(`${mistake.kind} of life ${seed}, ${wrong.month}`)
  }
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(10)
})

test('without what was carried over the same true months would be called contradictions', () => {
  let tripped = 0
  lives(200, 1000, (life) => {
    const careless = { ...life, imported: life.imported.map((one) => (one.indicator === 'disputes_open' || one.indicator === 'articles_unpublished' ? { ...one, hundredths: 0 } : one)) }
    tripped += findingsOf(careless).filter(({ weight }) => weight === 'contradiction').length
  })
  expect(tripped).toBeGreaterThan(0)
})
