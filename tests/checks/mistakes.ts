/** One mistake, as people make them, put into a true life; each makes it untrue for certain. */
import type { Chance } from '../fleet/sim/chance'
import { below, type Entry, type Life } from './life'

export interface Mistake { /** The kind of finding that is to tell of it. */ kind: string; /** null: this life gives no occasion for it. */ make(life: Life, chance: Chance): Life | null }

/** A nought too many in what went out: by then more is settled than there ever was. */
function tooManyOut(out: string, into: string, carried: 'disputes' | 'articles'): Mistake['make'] {
  return (life, chance) => {
    const year = life.month.slice(0, 4)
    const mine = life.entries.filter((one) => one.month.startsWith(year) && one.path.includes('yuyin'))
    const ofMonth = mine.filter((one) => one.indicator === out && one.month === life.month && one.quantity !== null)
    const sum = (name: string) => mine.filter((one) => one.indicator === name).reduce((all, { quantity }) => all + (quantity ?? 0), 0) + life.imported.filter((one) => one.indicator === name).reduce((all, { hundredths }) => all + hundredths / 100, 0)
    // What nobody counted, and what was never carried over, may be any number: then nothing is untrue for certain.
    if (ofMonth.length === 0 || life.carried[carried] === null || life.grown || mine.some((one) => one.indicator === into && one.quantity === null)) return null
    const wrong = chance.oneOf(ofMonth)
    const quantity = (wrong.quantity ?? 0) * (chance.happens(0.5) ? 100 : 10)
    if (sum(out) - (wrong.quantity ?? 0) + quantity <= (sum(into) + life.carried[carried]) * 1.3) return null
    return { ...life, entries: life.entries.map((one) => (one === wrong ? { ...one, quantity } : one)) }
  }
}

export const mistakes: readonly Mistake[] = [
  { kind: 'settled-over-found', make: tooManyOut('disputes_settled', 'disputes_found', 'disputes') },
  { kind: 'published-over-written', make: tooManyOut('articles_published', 'articles_written', 'articles') },
  {
    kind: 'more-than-the-party',
    make(life, chance) {
      const standing = life.checkIns.filter(({ undone }) => Object.keys(undone).length === 0)
      if (standing.length === 0) return null
      const wrong = chance.oneOf(standing)
      const party = life.parties.get(`${wrong.sessionId.slice(0, wrong.sessionId.lastIndexOf('-'))}:${wrong.personKey}`)
      const present = (party?.partySize ?? 1) + 1 + below(chance, 20)
      return { ...life, checkIns: life.checkIns.map((one) => (one === wrong ? { ...one, marks: { ...one.marks, late: { present, at: '2099-01-01T00:00:00.000Z' } } } : one)) }
    },
  },
  {
    kind: 'people-over-attendances',
    make(life, chance) {
      const people = 30 + below(chance, 100)
      const line = (indicator: string, value: number) => ({
        _id: `wrong-${indicator}`, unitId: 'yuyin', path: ['hewan', 'yuyin'], indicator, period: life.month, hundredths: value * 100, softness: 'exact' as const,
        source: { kind: 'system' as const, name: '文化云' }, overlap: null, hasFile: false,
      })
      // Typed into each other's field.
      return { ...life, imported: [...life.imported, line('selection_attendances', people), line('selection_attendees', people + 1 + below(chance, 100))] }
    },
  },
  {
    kind: 'also-recorded',
    make(life) {
      const recorded = life.entries.find((one) => one.month === life.month && one.indicator === 'leaflets_given')
      if (!recorded) return null
      return { ...life, imported: [...life.imported, { _id: 'wrong-leaflets', unitId: 'yuyin', path: ['hewan', 'yuyin'], indicator: 'leaflets_given', period: life.month, hundredths: 50_000, softness: 'exact', source: { kind: 'system', name: '宣传系统' }, overlap: null, hasFile: false }] }
    },
  },
  {
    kind: 'ten-times',
    make(life, chance) {
      const usual = (one: Entry) => life.entries.filter((other) => other.unitId === one.unitId && other.indicator === one.indicator && other.month < life.month && other.month >= monthSixBack(life.month) && other.quantity !== null)
      const occasions = life.entries.filter((one) => one.month === life.month && one.indicator === 'leaflets_given' && one.quantity !== null && usual(one).length >= 3)
      if (occasions.length === 0) return null
      const wrong = chance.oneOf(occasions)
      return { ...life, entries: life.entries.map((one) => (one === wrong ? { ...one, quantity: (one.quantity ?? 0) * 100 } : one)) }
    },
  },
]

function monthSixBack(month: string): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 7
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
