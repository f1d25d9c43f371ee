/** Months as one time: what counts in it, and its figures. What was held and who came is counted anew over all of it, so that 人数 is right; sums of entries may be taken from kept months. Pure. */
import { softnessOfSum, type Figure } from '../../../contract/totals/figure'
import { figureCatalogue } from './figure-catalogue'
import { figuresOfMonth, openings, recordedIn, type Month } from './figures'
import { importedParts, withImported, type ImportedLine } from './imported/imported-figures'

/** The months in their order, of which only these days count. A class counts in the month in which it opened, also here. */
export function mergedMonths(months: readonly Month[], covers: (day: string) => boolean): Month {
  const held = months.flatMap((month) => month.held.filter(({ session }) => covers(session.on)))
  const opened = new Set(months.flatMap(openings).filter(({ session }) => covers(session.on)).map(({ event }) => event._id))
  return {
    held, openedBefore: new Set(held.map(({ event }) => event._id).filter((id) => !opened.has(id))),
    entries: months.flatMap((month) => month.entries.filter(({ on }) => covers(on))),
  }
}

/** `kept`: figures of the months it is made of, from which those of entries are taken; null: its entries are there. `isEntered`: may there be entries of that name in the unit that a line is of? Where they are there, nobody needs to say. */
export function figuresOfPeriod(merged: Month, kept: readonly (readonly Figure[])[] | null, imported: readonly ImportedLine[], isEntered: (name: string, line: ImportedLine) => boolean = () => false): Figure[] {
  const counted = new Map(figuresOfMonth({ ...merged, imported: [] }).map((figure) => [figure.name, figure]))
  const entered = kept ? new Map(figureCatalogue.flatMap(({ name, counts }) => (counts.what === 'entries' ? [[name, sumOfFigures(kept.flatMap((figures) => figures.filter((one) => one.name === name)))] as const] : []))) : new Map<string, Figure | null>()
  const isRecorded = recordedIn(merged)
  const brought = importedParts(imported, (name, line) => isRecorded(name, line) || (Boolean(entered.get(name)) && isEntered(name, line)))
  return withImported(figureCatalogue.flatMap(({ name }) => counted.get(name) ?? entered.get(name) ?? []), brought)
}

/** Of one name; null: there is none. What was only brought over is no figure of its own. */
function sumOfFigures(figures: readonly Figure[]): Figure | null {
  const some = figures.filter(({ value, uncounted }) => value !== null || uncounted > 0)
  const [first] = some
  if (!first) return null
  const { imported: _, ...bare } = first
  const counted = some.filter((one): one is Figure & { value: number } => one.value !== null)
  return {
    ...bare, previous: null, value: counted.length > 0 ? counted.reduce((sum, { value }) => sum + value, 0) : null,
    softness: softnessOfSum(counted.map(({ softness }) => softness)), uncounted: some.reduce((sum, { uncounted }) => sum + uncounted, 0),
  }
}
