/**
 * A report as the bytes of an .xlsx: what it is and by what it is checked, then indicators, units, events, work and corrections, a sheet each. Numbers are
 * numbers and words are words, whatever they begin with. The same report gives the same bytes.
 */
import writeXlsxFile from 'write-excel-file/node'
import type { Told } from '../../../contract/reports/correction'
import type { Report } from '../../../contract/reports/report'
import type { Figure, SumSoftness } from '../../../contract/totals/figure'
import { indicatorOf, type IndicatorName } from '../../../contract/work/indicators'
import type * as v from 'valibot'
import type { EntryFacts } from '../../_shared/rules/held-sessions'
import { wordsOfScope } from '../../_shared/rules/report/words-of-scope'
import { sumOf } from '../../_shared/rules/soft-sum'
import type { FileCode } from '../../_shared/records/file-codes'
import { sameBytes } from '../../_shared/same-bytes'
import { whys } from './correction-table'
import { broughtFrom } from './tables'
import { plainLine } from './plain-line'
import { partsShown, sumName, sumsOf, type PrintedPart } from './unit-tables'

type Draft = v.InferOutput<typeof Report>
export interface Book {
  report: Draft
  /** The unit's own and each part below it, in the tree's order. */
  parts: readonly PrintedPart[]
  entries: readonly EntryFacts[]
  /** Names by unit id. */
  unitNames: ReadonlyMap<string, string>
}

interface Picture { content: Buffer; contentType: string; width: number; height: number; dpi: number; anchor: { row: number; column: number }; title: string }
/** A number that is shown with 余 or 约, and stays one. */
interface Soft { value: number; softness: SumSoftness }
/** `width`: characters. */
interface Column<R> { head: string; width: number; cell(row: R, index: number): string | number | Soft | null }
interface Sheet { sheet: string; columns: { width: number }[]; data: ReturnType<typeof rowsOf>; images?: Picture[] }

/** `code`: by what the file can be checked; without it, it says nothing of that. */
export async function xlsxOf(book: Book, code?: FileCode): Promise<Buffer> {
  const { report } = book
  const sheets = [cover(report, code), indicators(report), units(book), events(report), work(book), corrections(report)].filter((one) => one !== null)
  const bytes = await writeXlsxFile(sheets.map(({ data, ...one }) => ({ ...one, data, stickyRowsCount: 1, orientation: 'landscape' as const })), { fontFamily: 'Microsoft YaHei', fontSize: 11 }).toBuffer()
  return sameBytes(bytes, `${report.month}-01T00:00:00Z`)
}

const idHead = '编号'
const hashHead = '校验码'

function cover(report: Draft, code: FileCode | undefined): Sheet {
  const { handedIn } = report
  const { approval = null } = handedIn ?? {}
  const rows: [string, string][] = [
    ['标题', report.title], ['单位', report.unit.name], ['时间', wordsOfScope(report).when],
    ['状态', approval ? `第${handedIn!.n}次提交，${approval.on}批准，当月办结${approval.alone ? '（单人办理）' : ''}` : handedIn ? `第${handedIn.n}次提交，未批准` : '草稿'],
    ...(handedIn ? [['填报人', handedIn.filledBy], ['总结校验码', handedIn.hash]] satisfies [string, string][] : []),
    ...(approval ? [['审核人', approval.checkedBy], ['审计记录', `${approval.checkpoint.chain}第${approval.checkpoint.n}条 ${approval.checkpoint.hash}`]] satisfies [string, string][] : []),
    ...report.missing.map(({ unit, reason }): [string, string] => ['未办结', `${unit.name}：${reason}`]),
  ]
  const proof: [string, string][] = code ? [[idHead, code.id], [hashHead, code.hash], ['核对', '用微信扫下面的码，可以知道这份文件的数字和文字是不是批准的那一份。']] : []
  const sheet = sheetOf('说明', [{ head: '项目', width: 14, cell: ([name]) => name }, { head: '内容', width: 80, cell: ([, said]) => said }], [...rows, ...proof])
  if (!code) return sheet
  const contentType = code.picture[0] === 0x89 ? 'image/png' : 'image/jpeg'
  return { ...sheet, images: [{ content: code.picture, contentType, width: 110, height: 110, dpi: 96, anchor: { row: sheet.data.length + 2, column: 2 }, title: '核对码' }] }
}

function indicators(report: Draft): Sheet {
  const groups: Record<Figure['group'], string> = { publicity: '宣传', events: '活动', people: '人数', work: '工作' }
  const before: Column<Figure>[] = report.hasPrevious ? [
    { head: '上月', width: 12, cell: ({ previous, money }) => (previous ? amount(previous.value, money) : null) },
    { head: '上月说明', width: 12, cell: ({ previous }) => (previous ? [soft(previous.softness), previous.kinds ? broughtFrom(previous.kinds) : ''].filter(Boolean).join('，') : '') },
  ] : []
  return sheetOf<Figure>('指标', [
    { head: '类别', width: 8, cell: ({ group }) => groups[group] },
    { head: '指标', width: 26, cell: ({ zh }) => zh },
    { head: '数量', width: 12, cell: ({ value, money }) => (value === null ? null : amount(value, money)) },
    { head: '单位', width: 8, cell: ({ unit }) => unit },
    { head: '是否准确数', width: 12, cell: ({ value, uncounted, softness }) => (value === null ? (uncounted > 0 ? '未计数' : '') : soft(softness) || '准确') },
    { head: '签到', width: 9, cell: ({ split }) => split?.signedIn ?? null },
    { head: '现场登记', width: 9, cell: ({ split }) => split?.walkIns ?? null },
    { head: '未登记', width: 9, cell: ({ split }) => split?.unregistered ?? null },
    { head: '未实名人次', width: 11, cell: ({ unnamed }) => unnamed ?? null },
    { head: '未计数的记录', width: 12, cell: ({ uncounted }) => uncounted || null },
    { head: '引用数', width: 10, cell: ({ imported, money }) => (imported ? amount(imported.value, money) : null) },
    { head: '引用来源', width: 10, cell: ({ imported }) => (imported ? [broughtFrom(imported.kinds), soft(imported.softness)].filter(Boolean).join('，') : '') },
    ...before,
  ], report.table)
}

function units({ report, parts }: Book): Sheet | null {
  const shown = partsShown(parts)
  if (shown.length === 0) return null
  type Row = Pick<PrintedPart, 'values' | 'imported'> & { name: string }
  const cell = (sum: { value: number; softness: SumSoftness } | undefined, money?: boolean) => (sum ? { value: amount(sum.value, money), softness: sum.softness } : null)
  return sheetOf<Row>('各单位', [
    { head: '单位', width: 18, cell: ({ name }) => name },
    ...report.table.flatMap(({ name, zh, unit, money, imported }): Column<Row>[] => [
      { head: `${zh}（${unit}）`, width: 14, cell: ({ values }) => cell(values[name], money) },
      ...(imported ? [{ head: `${zh}（引用，${unit}）`, width: 14, cell: (row: Row) => cell(row.imported[name], money) }] : []),
    ]),
    // 人数 are no sum: whoever came in two units is one.
  ], [...shown.map(({ unit, own, ...amounts }) => ({ ...amounts, name: own ? `${unit.name}（本级）` : unit.name })), { name: sumName, ...sumsOf(report) }])
}

function events(report: Draft): Sheet | null {
  if (report.events.length === 0) return null
  return sheetOf<Draft['events'][number]>('活动', [
    { head: '序号', width: 6, cell: (_, index) => index + 1 },
    { head: '日期', width: 12, cell: ({ on }) => on },
    { head: '类型', width: 12, cell: ({ kindZh }) => kindZh },
    { head: '活动', width: 30, cell: ({ title }) => title },
    { head: '地点', width: 18, cell: ({ placeName }) => placeName },
    { head: '举办单位', width: 16, cell: ({ hostUnitName }) => hostUnitName },
    { head: '人次', width: 8, cell: ({ attendances }) => attendances },
    { head: '说明', width: 30, cell: ({ attendances, softness, split }) => (attendances === null ? '未清点' : [split, soft(softness ?? 'exact')].filter(Boolean).join('，')) },
  ], report.events)
}

function work({ entries, unitNames }: Book): Sheet | null {
  if (entries.length === 0) return null
  const of = (entry: EntryFacts) => indicatorOf(entry.indicator as IndicatorName)
  return sheetOf<EntryFacts>('工作记录', [
    { head: '日期', width: 12, cell: ({ on }) => on },
    { head: '单位', width: 16, cell: ({ path }) => unitNames.get(path[path.length - 1] ?? '') ?? '' },
    { head: '指标', width: 22, cell: (entry) => of(entry).zh },
    { head: '数量', width: 10, cell: (entry) => (entry.quantity === null ? null : amount(entry.quantity, of(entry).money)) },
    { head: '单位词', width: 8, cell: (entry) => of(entry).unit },
    { head: '说明', width: 10, cell: ({ quantity, softness }) => (quantity === null ? '未计数' : soft(sumOf([{ value: quantity, softness }]).softness)) },
  ], entries)
}

function corrections({ corrections: told }: Draft): Sheet | null {
  if (!told) return null
  type Line = NonNullable<Draft['corrections']>['lines'][number]
  const value = (one: Told | null, money?: boolean) => (one?.value == null ? null : amount(one.value, money))
  return sheetOf<Line>('更正', [
    { head: '所属月份', width: 10, cell: () => told.month },
    { head: '日期', width: 12, cell: ({ on }) => on },
    { head: '单位', width: 16, cell: ({ unitName }) => unitName },
    { head: '事项', width: 26, cell: ({ title }) => title },
    { head: '原报', width: 10, cell: ({ was, money }) => value(was, money) },
    { head: '现为', width: 10, cell: ({ now, money }) => value(now, money) },
    { head: '单位词', width: 8, cell: ({ measure }) => measure },
    { head: '说明', width: 36, cell: ({ why, reason }) => `${whys[why]}${reason === null ? '' : `：${reason}`}` },
  ], told.lines)
}

function sheetOf<R>(sheet: string, columns: readonly Column<R>[], rows: readonly R[]): Sheet {
  return { sheet, columns: columns.map(({ width }) => ({ width })), data: rowsOf(columns, rows) }
}

function rowsOf<R>(columns: readonly Column<R>[], rows: readonly R[]) {
  const head = columns.map((column) => ({ value: column.head, type: String, fontWeight: 'bold' as const, backgroundColor: '#F2F2F2', wrap: true, alignVertical: 'center' as const, borderStyle: 'thin' as const }))
  return [head, ...rows.map((row, index) => columns.map((column) => {
    const value = column.cell(row, index)
    if (value === null || value === '') return { value: '', type: String, borderStyle: 'thin' as const }
    if (typeof value !== 'string') {
      const { value: number, softness } = typeof value === 'number' ? { value, softness: 'exact' as const } : value
      return { value: number, type: Number, format: softly(Number.isInteger(number) ? '0' : '0.00', softness), borderStyle: 'thin' as const, alignVertical: 'center' as const }
    }
    return { value: plainLine(value), type: String, wrap: true, borderStyle: 'thin' as const, alignVertical: 'center' as const }
  }))]
}

/** Money is kept in 分 and read in 元. */
function amount(value: number, money?: boolean): number {
  return money ? value / 100 : value
}

/** A number's format: "约"0, 0"余". */
function softly(format: string, softness: SumSoftness): string {
  return softness === 'exact' ? format : softness === 'over' ? `${format}"余"` : `"约"${format}`
}

function soft(softness: SumSoftness): string {
  return softness === 'over' ? '余' : softness === 'about' ? '约' : ''
}
