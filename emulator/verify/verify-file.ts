/**
 * Is a file what the ledger of this world says? Its id leads to what was handed in, or to the facts as they are now; the same file is made of that, and the two are
 * held against each other. Needs the cloud of the world in this process's environment.
 */
import type { Report } from '../../contract/reports/report'
import type * as v from 'valibot'
import { findEvent } from '../../cloudfunctions/_shared/records/events'
import type { FileCode } from '../../cloudfunctions/_shared/records/file-codes'
import { stepsOf } from '../../cloudfunctions/_shared/records/reports'
import { findUnit } from '../../cloudfunctions/_shared/records/units'
import { monthOf } from '../../cloudfunctions/_shared/rules/calendar'
import { approvalOf, submissionOf } from '../../cloudfunctions/_shared/rules/closing/way-up'
import { figuresOfMonth } from '../../cloudfunctions/_shared/rules/figures'
import { contentHashOf } from '../../cloudfunctions/_shared/rules/report/content-hash'
import { tokensOf } from '../../cloudfunctions/_shared/rules/report/tokens'
import { docxOf } from '../../cloudfunctions/reports/document/docx-file'
import { tellsParts } from '../../cloudfunctions/reports/document/unit-tables'
import { xlsxOf } from '../../cloudfunctions/reports/document/xlsx-file'
import { bookOf } from '../../cloudfunctions/reports/excel'
import { makeVolume } from '../../cloudfunctions/reports/files/album'
import { makeEventFile } from '../../cloudfunctions/reports/files/event-file'
import { partsToPrint } from '../../cloudfunctions/reports/parts-to-print'
import { askedReport, type Shown } from '../../cloudfunctions/reports/shown-report'
import { compare, type Names } from './compare'
import { readPieces, type Piece } from './read-file'

/** `against`: what it was held against. Empty `troubles`: all of it is as it should be. */
export interface Verified { against: string; figures: number; troubles: string[] }

const noPicture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64')

/** A sentence where there is nothing to hold it against. `now` in ms. */
export async function verifyFile(file: Uint8Array, now: number): Promise<Verified | string> {
  const pieces = readPieces(file)
  if (pieces === 'broken') return '这个文件打不开：可能没有下载完整，或者不是 Word、Excel 文件'
  if (pieces === 'foreign') return '这不是邻里生成的文件：里面没有 Word 的正文，也没有 Excel 的工作表'
  const text = pieces.map(({ cells }) => cells.join(' ')).join('\n')
  const id = /^编号[：\s]\s*([A-Za-z0-9._:-]{1,140})/m.exec(text)?.[1] ?? /(?:^|\s)编号：([A-Za-z0-9._:-]{1,140})/m.exec(text)?.[1]
  const hash = /校验码[：\s]\s*([0-9a-f]{64})/.exec(text.slice(Math.max(0, text.indexOf('编号'))))?.[1]
  if (id === undefined || hash === undefined) return '这不是邻里生成的文件，或者里面的编号、校验码被去掉了'
  const isExcel = pieces.some(({ where }) => where.startsWith('工作表'))
  const asked = /^(.+?):(\d{4}-\d{2})(?:-(\d{2}):(\d{4}-\d{2}-\d{2}))?$/.exec(id)
  if (asked) return ofReport(pieces, { id, hash, unitId: asked[1]!, month: asked[4]?.slice(0, 7) ?? asked[2]!, other: asked[4] ? { days: { from: `${asked[2]}-${asked[3]}`, to: asked[4] } } : null, isExcel, text }, now)
  const [unitId = '', campaignId] = id.split(':')
  return campaignId === undefined ? ofEvent(pieces, { id, hash }, now) : ofReport(pieces, { id, hash, unitId, month: monthOf(now), other: { campaignId }, isExcel, text }, now)
}

interface Of { id: string; hash: string; unitId: string; month: string; /** Of which it is instead of the month; it closes nothing. */ other: { days: { from: string; to: string } } | { campaignId: string } | null; isExcel: boolean; text: string }

async function ofReport(pieces: readonly Piece[], of: Of, now: number): Promise<Verified | string> {
  const { unitId, month, other, hash } = of
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit) return `账上没有编号为 ${of.id} 的总结`
  const steps = other ? [] : await stepsOf(unitId, month)
  const submissions = [...new Set(steps.map(({ n }) => n))].sort((one, other) => other - one)
  const approved = approvalOf(steps)?.n
  const ask = (n?: number) => askedReport(unit, { unitId, month, ...other, ...(n !== undefined && { n }) }, now)
  let chosen: { shown: Shown; against: string } | null = null
  for (const n of submissions) {
    const shown = await ask(n)
    if (typeof shown !== 'string' && contentHashOf(shown.report) === hash) { chosen = { shown, against: `第${n}次提交${n === approved ? '，已批准' : '，没有批准'}` }; break }
  }
  if (!chosen) {
    const shown = await ask(approved)
    if (typeof shown === 'string') return `账上没有编号为 ${of.id} 的总结`
    chosen = { shown, against: approved === undefined ? (submissionOf(steps) ? '现在交上去的' : '现在的账，还是草稿') : `第${approved}次提交，已批准` }
  }
  const { shown, against } = chosen
  const own = contentHashOf(shown.report)
  const code: FileCode = { id: of.id, hash: own, picture: noPicture }
  const volume = /第(\d+)册，共\d+册，照片/.exec(of.text)?.[1]
  const make = async (report: Whole): Promise<Uint8Array | string> => {
    if (of.isExcel) return xlsxOf(await bookOf(unit, { ...shown, report }), code)
    if (volume === undefined) return docxOf(report, code, tellsParts(unit) ? await partsToPrint(unit, shown) : [])
    const made = await makeVolume(unit, { ...shown, report }, { volume: Number(volume), codeOf: () => Promise.resolve(code) })
    return typeof made === 'string' ? '账上没有这一册照片' : made.bytes
  }
  const compared: ReturnType<typeof compare>[] = []
  for (const report of standings(shown.report)) {
    const bytes = await make(report)
    if (typeof bytes === 'string') return bytes
    compared.push(compare(pieces, readPieces(bytes) as Piece[], namesIn(report)))
  }
  const [best] = compared.sort((one, other) => one.troubles.length - other.troubles.length)
  return { against, figures: best!.figures, troubles: [...best!.troubles, ...(hash === own ? [] : ['校验码和账上的不一样']), ...(other ? [] : ledgerTroubles(shown))] }
}

type Whole = v.InferOutput<typeof Report>

/** A file may have been made before it was approved, or before it was handed in: its foot is then another one. */
function standings(report: Whole): Whole[] {
  const { handedIn } = report
  return [report, ...(handedIn ? [{ ...report, handedIn: { ...handedIn, approval: null } }, { ...report, handedIn: null }] : [])]
}

/** Where the numbers of each paragraph stand, and what they are. */
function namesIn({ sections, ...report }: Whole): Names {
  const tokens = new Map(tokensOf(report).map(({ name, zh }) => [name, zh]))
  return new Map(sections.flatMap(({ paragraphs }) => paragraphs.map((runs) => {
    let at = 0
    const named = runs.flatMap((run) => {
      const from = at
      at += ('text' in run ? run.text : run.print).length
      const zh = 'figure' in run ? tokens.get(run.figure) : undefined
      return zh === undefined ? [] : [{ at: from, end: at, zh }]
    })
    return [runs.map((run) => ('text' in run ? run.text : run.print)).join('').trim(), named] as const
  })))
}

/** The table of what was handed in, counted once more from its own lines. */
function ledgerTroubles({ report, month }: Shown): string[] {
  const counted = new Map(figuresOfMonth(month).map((figure) => [figure.name, figure]))
  return report.table.flatMap(({ name, zh, value }) => {
    const figure = counted.get(name)
    return value === null || figure === undefined || figure.value === value ? [] : [`账上的${zh}自己对不上：表里 ${value}，逐项数是 ${figure.value ?? '没有数'}`]
  })
}

async function ofEvent(pieces: readonly Piece[], { id, hash }: { id: string; hash: string }, now: number): Promise<Verified | string> {
  const event = await findEvent(id)
  let own = ''
  const made = event && (await makeEventFile(event, now, (_, of) => { own = of; return Promise.resolve({ id, hash: of, picture: noPicture }) }))
  if (!made) return `账上没有编号为 ${id} 的活动`
  const { figures, troubles } = compare(pieces, readPieces(made.bytes) as Piece[])
  return { against: '这个活动现在的账', figures, troubles: [...troubles, ...(hash === own ? [] : ['校验码和账上的不一样'])] }
}
