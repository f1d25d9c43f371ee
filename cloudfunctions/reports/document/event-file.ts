/** 一活动一档 as the bytes of a .docx: short report, sessions, programme, masked sign-in list, photos. The same event gives the same bytes. */
import { AlignmentType, Document, Packer, Paragraph, TextRun, type Table } from 'docx'
import type { ProgrammeItem } from '../../../contract/events/event'
import type * as v from 'valibot'
import { sameBytes } from '../../_shared/same-bytes'
import type { FileCode } from '../../_shared/records/file-codes'
import { codeBlock } from './code-block'
import { numberedFooters } from './docx-file'
import { bodyParagraph, bodyRun, headingRun, page, titleParagraph, titleRun, twoCharacters } from './layout'
import { photoGrid, type GridPhoto } from './photo-grid'
import { plainLine } from './plain-line'
import { tableOf, type Column } from './tables'

export interface EventFile {
  title: string
  unitName: string
  firstOn: string
  /** 类型, 时间, 地点 …, as they stand in the record sheet. */
  record: readonly { name: string; said: string }[]
  /** The short report, a paragraph each. */
  told: readonly string[]
  sessions: readonly SessionRow[]
  programme: readonly v.InferOutput<typeof ProgrammeItem>[]
  /** Null: no names are kept of such an event. */
  signedIn: readonly SignedIn[] | null
}
export interface SessionRow { when: string; attendances: string; split: string }
export interface SignedIn { session: string; callName: string; people: number; how: string }

const numbers = '一二三四五六'

export async function eventFileOf(file: EventFile, photos: readonly GridPhoto[], code: FileCode): Promise<Buffer> {
  const parts: [string, (Paragraph | Table)[]][] = [
    ['活动记录', [tableOf(recordColumns, file.record)]],
    ['活动简报', file.told.map(paragraph)],
    ['场次和人次', [tableOf(sessionColumns, file.sessions)]],
    ...(file.programme.length > 0 ? [['节目单', [tableOf(programmeColumns, file.programme)]] as [string, Table[]]] : []),
    ['签到名单', signInList(file.signedIn)],
    ...(photos.length > 0 ? [['现场照片', [photoGrid(photos)]] as [string, Table[]]] : []),
  ]
  const document = new Document({
    title: plainLine(file.title), creator: file.unitName, lastModifiedBy: file.unitName, description: '', revision: 1,
    styles: { default: { document: { run: bodyRun, paragraph: { spacing: bodyParagraph.spacing } } } },
    evenAndOddHeaderAndFooters: true,
    sections: [{
      properties: { page }, footers: numberedFooters(),
      children: [
        ...[plainLine(file.title), '活动档案'].map((text) => new Paragraph({ ...titleParagraph, keepNext: true, alignment: AlignmentType.CENTER, children: [new TextRun({ ...titleRun, text })] })),
        ...parts.flatMap(([name, content], index) => [heading(`${numbers[index] ?? ''}、${name}`), ...content]),
        ...codeBlock(code),
      ],
    }],
  })
  return sameBytes(await Packer.toBuffer(document), `${file.firstOn}T00:00:00Z`)
}

const recordColumns: readonly Column<EventFile['record'][number]>[] = [{ head: '项目', share: 22, align: 'center', cell: ({ name }) => name }, { head: '内容', share: 0, cell: ({ said }) => said }]
const sessionColumns: readonly Column<SessionRow>[] = [
  { head: '场次', share: 10, align: 'center', cell: (_, index) => String(index + 1) },
  { head: '时间', share: 48, cell: ({ when }) => when },
  { head: '人次', share: 12, align: 'right', cell: ({ attendances }) => attendances },
  { head: '说明', share: 0, cell: ({ split }) => split },
]
const programmeColumns: readonly Column<EventFile['programme'][number]>[] = [
  { head: '序号', share: 10, align: 'center', cell: (_, index) => String(index + 1) },
  { head: '节目', share: 40, cell: ({ title }) => title },
  { head: '形式', share: 18, align: 'center', cell: ({ form = '' }) => form },
  { head: '演出者', share: 0, cell: ({ performers = '' }) => performers },
]

function signInList(signedIn: EventFile['signedIn']): (Paragraph | Table)[] {
  if (signedIn === null) return [paragraph('这类活动只清点人数，不留姓名。')]
  if (signedIn.length === 0) return [paragraph('没有逐人签到的记录。')]
  const columns: Column<SignedIn>[] = [
    { head: '序号', share: 12, align: 'center', cell: (_, index) => String(index + 1) },
    { head: '称呼（已遮盖）', share: 30, cell: ({ callName }) => callName },
    { head: '到场人数', share: 18, align: 'center', cell: ({ people }) => String(people) },
    { head: '怎样记的', share: 0, cell: ({ how }) => how },
  ]
  const isSeveral = new Set(signedIn.map(({ session }) => session)).size > 1
  return [tableOf(columns, signedIn, (row, before) => (isSeveral && row.session !== before?.session ? row.session : null))]
}

function heading(text: string): Paragraph {
  return new Paragraph({ ...bodyParagraph, keepNext: true, spacing: { ...bodyParagraph.spacing, before: 160, after: 80 }, children: [new TextRun({ ...headingRun, text })] })
}

function paragraph(text: string): Paragraph {
  return new Paragraph({ ...bodyParagraph, alignment: AlignmentType.BOTH, indent: { firstLine: twoCharacters }, children: [new TextRun({ ...bodyRun, text: plainLine(text) })] })
}
