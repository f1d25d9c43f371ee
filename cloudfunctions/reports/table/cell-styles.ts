/** The styles of a workbook with one more for each soft number: the cell's own look, and 余 behind or 约 before what it holds. */
import type { SumSoftness } from '../../../contract/totals/figure'
import { elements } from '../../_shared/spreadsheet/read-sheet'

interface Styles {
  /** The style of a cell of this style whose number is soft; null: the file has no styles to add to. */
  soft(style: string, softness: SumSoftness): string | null
  /** null: as it was. */
  xml(): string | null
}

const formats = { over: 'General&quot;余&quot;', about: '&quot;约&quot;General', exact: 'General' } as const

export function stylesWith(xml: string | null): Styles {
  const [list] = elements(xml ?? '', 'cellXfs')
  const prefix = /^<(\w+:)/.exec(list?.head ?? '')?.[1] ?? ''
  const looks = elements(list?.inner ?? '', 'xf').map(({ whole }) => whole)
  const first = Math.max(200, ...[...(xml ?? '').matchAll(/\bnumFmtId="(\d{1,5})"/g)].map((found) => Number(found[1]) + 1))
  const used: SumSoftness[] = []
  const added = new Map<string, string>()
  return {
    soft(style, softness) {
      const look = looks[Number(style)] ?? looks[0]
      if (look === undefined) return null
      const known = added.get(`${style} ${softness}`)
      if (known) return known
      if (!used.includes(softness)) used.push(softness)
      const bare = look.replace(/\s(?:numFmtId|applyNumberFormat)="[^"]*"/g, '')
      looks.push(bare.replace(/^<(?:\w+:)?xf/, (open) => `${open} numFmtId="${first + used.indexOf(softness)}" applyNumberFormat="1"`))
      added.set(`${style} ${softness}`, String(looks.length - 1))
      return String(looks.length - 1)
    },
    xml() {
      if (xml === null || !list || added.size === 0) return null
      const own = used.map((softness, index) => `<${prefix}numFmt numFmtId="${first + index}" formatCode="${formats[softness]}"/>`).join('')
      const looked = xml.replace(list.whole, () => `<${prefix}cellXfs count="${looks.length}">${looks.join('')}</${prefix}cellXfs>`)
      const [known] = elements(looked, 'numFmts')
      const all = `<${prefix}numFmts count="${elements(known?.inner ?? '', 'numFmt').length + used.length}">${known?.inner ?? ''}${own}</${prefix}numFmts>`
      return known ? looked.replace(known.whole, () => all) : looked.replace(/<(?:\w+:)?styleSheet\b[^>]*>/, (open) => `${open}${all}`)
    },
  }
}
