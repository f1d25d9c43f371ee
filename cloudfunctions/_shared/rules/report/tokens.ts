/** Every number that the words of a report may print, with what it is called: figures, what was brought over beside them, and 人次 event by event. Pure. */
import type { Report } from '../../../../contract/reports/report'
import { eventToken, importedToken, readToken, type TokenOf } from '../../../../contract/reports/token'
import { softnessOfSum, type Figure } from '../../../../contract/totals/figure'
import type * as v from 'valibot'
import { figureCatalogue } from '../figure-catalogue'
import { printFigure, printNumber } from '../figure-print'

type Whole = v.InferOutput<typeof Report>
interface Token { name: string; of: TokenOf['of']; zh: string; print: string }

/** In the order of the table, then event by event. */
export function tokensOf({ table, events }: Pick<Whole, 'table' | 'events'>): Token[] {
  return [...table.flatMap(tokensOfFigure), ...tokensOfEvents(events)]
}

function tokensOfFigure(figure: Figure): Token[] {
  const [counted, imported] = [printFigure(figure), printImported(figure)]
  return [
    ...(counted === null ? [] : [{ name: figure.name, of: 'figure' as const, zh: figure.zh, print: counted }]),
    ...(imported === null ? [] : [{ name: importedToken(figure.name), of: 'imported' as const, zh: `${figure.zh}（引用）`, print: imported }]),
  ]
}

export function printImported({ imported, unit, money }: Figure): string | null {
  return imported ? `${printNumber(imported, money)}${unit}` : null
}

/** Of its sessions in the report, those that were counted. */
function tokensOfEvents(events: Whole['events']): Token[] {
  const ids = [...new Set(events.map(({ eventId }) => eventId))]
  return ids.flatMap((id) => {
    const counted = events.flatMap(({ eventId, title, attendances, softness = 'exact' }) => (eventId === id && attendances !== null ? [{ title, attendances, softness }] : []))
    if (counted.length === 0) return []
    const value = counted.reduce((sum, { attendances }) => sum + attendances, 0)
    return [{ name: eventToken(id), of: 'event' as const, zh: `${counted[0]!.title}参加人次`, print: `${printNumber({ value, softness: softnessOfSum(counted.map(({ softness }) => softness)) })}人次` }]
  })
}

/** Of one that prints nothing any more, too. */
export function zhOfToken(name: string): string {
  const token = readToken(name)
  if (token.of === 'event') return '一个活动的人次'
  const zh = figureCatalogue.find((figure) => figure.name === token.figure)?.zh ?? ''
  return token.of === 'imported' ? `${zh}（引用）` : zh
}
