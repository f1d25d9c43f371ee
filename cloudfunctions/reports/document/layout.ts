/**
 * GB/T 9704-2012 in the units of WordprocessingML. 28 characters of 16 pt are wider than the text block and the standard's own
 * line gives 21 lines a page: an exact pitch of 28.9 pt and -0.25 pt between characters give 28 × 22 (measured through LibreOffice).
 */
import { BorderStyle, LineRuleType, type IParagraphStylePropertiesOptions, type IRunStylePropertiesOptions } from 'docx'

export const millimetres = (n: number) => Math.round((n / 25.4) * 1440)
/** Font sizes are in half points. */
export const points = (n: number) => n * 2

export const page = {
  size: { width: millimetres(210), height: millimetres(297) },
  // The page number's dash stands 7 mm under the text block, in the middle of its own line of 14 pt.
  margin: { top: millimetres(37), right: millimetres(26), bottom: millimetres(35), left: millimetres(28), header: millimetres(15), footer: millimetres(25.5), gutter: 0 },
}
/** Width of the text block, 156 mm. */
export const textWidth = page.size.width - page.margin.left - page.margin.right

const song = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name })
export const fonts = { body: song('仿宋_GB2312'), heading: song('黑体'), subheading: song('楷体_GB2312'), title: song('方正小标宋简体'), page: song('宋体') }

export const bodyRun = { font: fonts.body, size: points(16), characterSpacing: -5 } satisfies IRunStylePropertiesOptions
export const headingRun = { ...bodyRun, font: fonts.heading } satisfies IRunStylePropertiesOptions
export const titleRun = { ...bodyRun, font: fonts.title, size: points(22) } satisfies IRunStylePropertiesOptions
export const pageRun = { font: fonts.page, size: points(14) } satisfies IRunStylePropertiesOptions
export const cellRun = { font: fonts.body, size: points(12) } satisfies IRunStylePropertiesOptions
export const cellHeadRun = { ...cellRun, font: fonts.heading } satisfies IRunStylePropertiesOptions

export const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 })
/** A line that a picture stands in is as high as the picture. */
export const asHighAsItIs = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 }
export const lineTwips = 578
export const pageParagraph = { spacing: exactly(280), widowControl: false }
export const bodyParagraph = { spacing: exactly(lineTwips), widowControl: false } satisfies IParagraphStylePropertiesOptions & { widowControl: boolean }
export const titleParagraph = { spacing: exactly(lineTwips + 60), widowControl: false }
export const cellParagraph = { spacing: { ...exactly(360), before: 40, after: 40 }, widowControl: false }
/** Two characters of body text. */
export const twoCharacters = 630

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const thick = { ...thin, size: 8 }
export const cellBorders = { top: thick, bottom: thick, left: thick, right: thick, insideHorizontal: thin, insideVertical: thin }
