/**
 * What a person reads in a .docx or an .xlsx, piece by piece: paragraphs, and the cells of tables by row and column. Also of files that another
 * program has saved again.
 */
import { strFromU8, unzipSync } from 'fflate'

/** `where`: in words. `cells`: of one row of a table, or one paragraph. `head`: that row's columns. */
export interface Piece { where: string; cells: string[]; head: string[] | null }
type Unread = 'broken' | 'foreign'

/** Larger is nothing that a report is. */
const mostBytes = 200_000_000

export function readPieces(file: Uint8Array): Piece[] | Unread {
  let parts: Record<string, string>
  try {
    const unzipped = unzipSync(file, { filter: ({ name, originalSize }) => /\.(xml|rels)$/.test(name) && originalSize < mostBytes })
    parts = Object.fromEntries(Object.entries(unzipped).map(([name, bytes]) => [name, strFromU8(bytes)]))
  } catch {
    return 'broken'
  }
  if (parts['word/document.xml'] !== undefined) return piecesOfWord(parts['word/document.xml'])
  return parts['xl/workbook.xml'] !== undefined ? piecesOfExcel(parts) : 'foreign'
}

function piecesOfWord(xml: string): Piece[] {
  const pieces: Piece[] = []
  const [counts, open] = [{ paragraphs: 0, tables: 0 }, { table: 0 }]
  let row: string[] | null = null
  let head: string[] | null = null
  let text = ''
  let rows = 0
  for (const [tag, name, words] of xml.matchAll(/<(\/?w:(?:tbl|tr|tc|p)|w:tab|w:br)(?:\s[^>]*)?\/?>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)) {
    if (words !== undefined) text += plain(words)
    else if (name === 'w:tab' || name === 'w:br') text += ' '
    else if (name === 'w:tbl') { open.table += 1; counts.tables += 1; head = null; rows = 0 }
    else if (name === '/w:tbl') {
      open.table -= 1
      // The code with what stands beside it is a table to Word only.
      if (rows < 2) counts.tables -= 1
    }
    else if (name === 'w:tr') row = []
    else if (name === 'w:tc' || (name === 'w:p' && open.table === 0 && !tag.endsWith('/>'))) text = ''
    else if (name === '/w:tc') row?.push(text.trim())
    else if (name === '/w:tr' && row) {
      pieces.push({ where: `第${counts.tables}个表`, cells: row, head })
      head ??= row
      rows += 1
      row = null
    } else if (name === '/w:p' && open.table > 0) text += ' '
    else if (name === '/w:p' && text.trim() !== '') {
      counts.paragraphs += 1
      pieces.push({ where: `第${counts.paragraphs}段`, cells: [text.trim()], head: null })
      text = ''
    }
  }
  return pieces
}

function piecesOfExcel(parts: Record<string, string>): Piece[] {
  const texts = (xml: string) => [...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, words = '']) => plain(words)).join('')
  const shared = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner = '']) => texts(inner))
  const targets = new Map([...(parts['xl/_rels/workbook.xml.rels'] ?? '').matchAll(/<Relationship\s([^>]*)\/>/g)].map(([, attributes = '']) => [valueOf(attributes, 'Id'), valueOf(attributes, 'Target').replace(/^\/?(xl\/)?/, 'xl/')]))
  return [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet\s([^>]*)\/>/g)].flatMap(([, attributes = '']) => {
    const name = plain(valueOf(attributes, 'name'))
    let head: string[] | null = null
    return [...(parts[targets.get(valueOf(attributes, 'r:id')) ?? ''] ?? '').matchAll(/<row[^>]*?>(.*?)<\/row>/gs)].map(([, inner = '']): Piece => {
      const cells: string[] = []
      for (const [, of = '', value = ''] of inner.matchAll(/<c\s([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        const raw = /<v>([^<]*)<\/v>/.exec(value)?.[1]
        cells[columnOf(valueOf(of, 'r'))] = valueOf(of, 't') === 's' ? shared[Number(raw)] ?? '' : raw === undefined ? texts(value) : plain(raw)
      }
      const piece = { where: `工作表「${name}」`, cells: Array.from(cells, (cell = '') => cell.trim()), head }
      head ??= piece.cells
      return piece
    })
  })
}

const valueOf = (attributes: string, name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
const columnOf = (reference: string) => [...reference.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function plain(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp|#\d+|#x[0-9a-f]+);/gi, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: '\'', amp: '&' })[name] ?? String.fromCodePoint(name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1))))
}
