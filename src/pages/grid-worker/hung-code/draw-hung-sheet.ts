/** The sheet to hang up, A4 at 200 dots an inch: what, when, where, the code as large as it goes, and what to do. Lengths in pixels of it. Pure but for the canvas it is given. */
import type { Squares } from '../../../components/qr-picture'

export const sheetWidth = 1654
export const sheetHeight = 2339

/** What of a canvas it uses. */
export type Pen = Pick<CanvasRenderingContext2D, 'fillStyle' | 'font' | 'textAlign' | 'textBaseline' | 'fillRect' | 'fillText' | 'measureText'>
export interface HungSheet { title: string; when: string; where: string; squares: Squares; act: string; steps: readonly string[]; help: string; valid: string }

const [paper, ink, soft] = ['#FFFFFF', '#23201D', '#57524B']
const family = '"PingFang SC","HarmonyOS Sans SC",MiSans,"Noto Sans CJK SC",sans-serif'
const edge = 120
const room = sheetWidth - 2 * edge
const largestCode = 1080

export function drawHungSheet(pen: Pen, { title, when, where, squares, act, steps, help, valid }: HungSheet): void {
  pen.fillStyle = paper
  pen.fillRect(0, 0, sheetWidth, sheetHeight)
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  const [first, second] = twoLines(pen, title, 96)
  if (second === '') write(pen, first, 210, 110, 600, ink)
  else { write(pen, first, 160, 96, 600, ink); write(pen, second, 280, 96, 600, ink) }
  write(pen, when, 396, 60, 600, ink)
  write(pen, where, 478, 52, 400, soft)
  const bottom = drawSquares(pen, squares, 540)
  write(pen, act, bottom + 80, 104, 600, ink)
  steps.forEach((step, i) => write(pen, `${i + 1}  ${step}`, bottom + 210 + i * 86, 56, 400, ink))
  write(pen, help, bottom + 500, 52, 400, ink)
  write(pen, valid, sheetHeight - 90, 40, 400, soft)
}

/** A title that is too long for one line breaks in the middle. */
function twoLines(pen: Pen, text: string, size: number): [string, string] {
  pen.font = `600 ${size}px ${family}`
  if (pen.measureText(text).width <= room) return [text, '']
  const letters = [...text]
  const half = Math.ceil(letters.length / 2)
  return [letters.slice(0, half).join(''), letters.slice(half).join('')]
}

/** One line in the middle; smaller where it would not fit. */
function write(pen: Pen, text: string, y: number, size: number, weight: number, colour: string): void {
  pen.fillStyle = colour
  pen.font = `${weight} ${size}px ${family}`
  const { width } = pen.measureText(text)
  if (width > room) pen.font = `${weight} ${Math.floor((size * room) / width)}px ${family}`
  pen.fillText(text, sheetWidth / 2, y)
}

/** Whole pixels a square, so that no edge is blurred. Answers where it ends. */
function drawSquares(pen: Pen, squares: Squares, top: number): number {
  const size = Math.floor(largestCode / squares.length)
  const left = Math.floor((sheetWidth - size * squares.length) / 2)
  pen.fillStyle = '#000000'
  squares.forEach((row, y) => row.forEach((black, x) => { if (black) pen.fillRect(left + x * size, top + y * size, size, size) }))
  return top + size * squares.length
}
