/** Files as another program reads them: LibreOffice lays a .docx out as pages that pdftotext measures in points, and says what it found in a file. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Line { left: number; top: number; right: number; bottom: number; text: string }
export type Page = Line[]

export const mm = (points: number) => (points / 72) * 25.4
export const middle = (line: Line) => (line.top + line.bottom) / 2

export interface Desk {
  pagesOf(docx: Uint8Array): Page[]
  /** What a person reads in a .docx, paragraph by paragraph, cells too. */
  wordsOf(docx: Uint8Array): string[]
  /** What a person reads in an .xlsx: sheet by its name, row by row. */
  sheetsOf(xlsx: Uint8Array): Map<string, string[][]>
  clear(): void
}

export function openDesk(): Desk {
  const hasBoth = ['soffice', 'pdftotext'].every((tool) => spawnSync('which', [tool]).status === 0)
  if (!hasBoth) throw new Error('测量版面需要 LibreOffice 和 poppler：请先安装 libreoffice-writer-nogui、libreoffice-calc-nogui、poppler-utils 和 fonts-noto-cjk')
  const folder = mkdtempSync(join(tmpdir(), 'linli-word-'))
  const converted = (bytes: Uint8Array, from: string, to: string) => {
    writeFileSync(join(folder, `file.${from}`), bytes)
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', folder, join(folder, `file.${from}`)], { stdio: 'ignore', timeout: 180_000 })
  }
  return {
    pagesOf(docx) {
      converted(docx, 'docx', 'pdf')
      execFileSync('pdftotext', ['-bbox-layout', join(folder, 'file.pdf'), join(folder, 'file.html')])
      return readFileSync(join(folder, 'file.html'), 'utf8').split('<page ').slice(1).map((page) =>
        [...page.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/line>/gs)].map(([, left, top, right, bottom, words]) => ({
          left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), text: (words ?? '').replace(/<[^>]*>|\s/g, ''),
        })))
    },
    wordsOf(docx) {
      converted(docx, 'docx', 'txt:Text (encoded):UTF8')
      return readFileSync(join(folder, 'file.txt'), 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/)
    },
    sheetsOf(xlsx) {
      // Every sheet in a file of its own, cells as they are shown, all of them in quotes.
      converted(xlsx, 'xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true,false,false,-1')
      return new Map(readdirSync(folder).filter((name) => name.startsWith('file-') && name.endsWith('.csv')).map((name) => {
        const text = readFileSync(join(folder, name), 'utf8')
        rmSync(join(folder, name))
        return [name.slice('file-'.length, -'.csv'.length), rowsOf(text)]
      }))
    },
    clear() { rmSync(folder, { recursive: true, force: true }) },
  }
}

function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push((quoted ?? bare ?? '').replaceAll('""', '"'))
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

/** Lines of a page that stand beside each other are one. */
export function linesOf(page: Page): Line[] {
  const lines: Line[] = []
  for (const part of [...page].sort((a, b) => middle(a) - middle(b) || a.left - b.left)) {
    const last = lines.at(-1)
    if (!last || Math.abs(middle(last) - middle(part)) > 4) lines.push({ ...part })
    else Object.assign(last, part.left < last.left ? { left: part.left, text: part.text + last.text } : { right: Math.max(last.right, part.right), text: last.text + part.text })
  }
  return lines
}
