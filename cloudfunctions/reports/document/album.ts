/** A volume of the evidence album as the bytes of a .docx: what it is of, then the photos of each event and entry by day. The same photos give the same bytes. */
import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx'
import type { FileCode } from '../../_shared/records/file-codes'
import { sameBytes } from '../../_shared/same-bytes'
import { codeBlock } from './code-block'
import { numberedFooters } from './docx-file'
import { bodyParagraph, bodyRun, headingRun, page, points, titleParagraph, titleRun } from './layout'
import { photoGrid, type GridPhoto } from './photo-grid'
import { plainLine } from './plain-line'

/** `groups`: of one event or entry each, by day. */
export interface Album { title: string; unitName: string; month: string; which: string; groups: readonly { heading: string; photos: readonly GridPhoto[] }[] }

export async function albumOf(album: Album, code: FileCode): Promise<Buffer> {
  const document = new Document({
    title: plainLine(album.title), creator: album.unitName, lastModifiedBy: album.unitName, description: '', revision: 1,
    styles: { default: { document: { run: bodyRun, paragraph: { spacing: bodyParagraph.spacing } } } },
    evenAndOddHeaderAndFooters: true,
    sections: [{
      properties: { page }, footers: numberedFooters(),
      children: [
        new Paragraph({ ...titleParagraph, keepNext: true, alignment: AlignmentType.CENTER, children: [new TextRun({ ...titleRun, text: plainLine(album.title) })] }),
        new Paragraph({ ...bodyParagraph, keepNext: true, alignment: AlignmentType.CENTER, children: [new TextRun({ ...bodyRun, text: album.which })] }),
        ...album.groups.flatMap(({ heading, photos }) => [
          new Paragraph({ widowControl: false, keepNext: true, spacing: { before: 240, after: 60, line: 320 }, children: [new TextRun({ ...headingRun, size: points(14), text: plainLine(heading) })] }),
          photoGrid(photos),
        ]),
        ...codeBlock(code),
      ],
    }],
  })
  return sameBytes(await Packer.toBuffer(document), `${album.month}-01T00:00:00Z`)
}
