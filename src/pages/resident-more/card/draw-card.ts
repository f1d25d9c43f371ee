/** The card as a picture for A6 at 300 dots an inch: 称呼, code, one sentence. Lengths in pixels of it. Pure but for the canvas it is given. */
import type { Squares } from '../../../components/qr-picture'

export const cardWidth = 1240
export const cardHeight = 1748

/** What of a canvas it uses. */
export type Pen = Pick<CanvasRenderingContext2D, 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'font' | 'textAlign' | 'textBaseline' | 'fillRect' | 'strokeRect' | 'fillText' | 'measureText'>

const [paper, ink, soft] = ['#FFFFFF', '#23201D', '#57524B']
const family = '"PingFang SC","HarmonyOS Sans SC",MiSans,"Noto Sans CJK SC",sans-serif'
const middle = cardWidth / 2
const largestCode = 940

export function drawCard(pen: Pen, { callName, squares, lines, foot }: { callName: string; squares: Squares; lines: readonly string[]; foot: string }): void {
  pen.fillStyle = paper
  pen.fillRect(0, 0, cardWidth, cardHeight)
  pen.strokeStyle = soft
  pen.lineWidth = 2
  pen.strokeRect(40, 40, cardWidth - 80, cardHeight - 80)
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  write(pen, '邻里码卡', 130, 52, 400, soft)
  write(pen, callName, 270, 150, 600, ink)
  drawSquares(pen, squares, 390)
  lines.forEach((line, i) => write(pen, line, 1430 + i * 90, 58, 400, ink))
  write(pen, foot, 1650, 40, 400, soft)
}

/** One line in the middle; smaller where it would not fit. */
function write(pen: Pen, text: string, y: number, size: number, weight: number, colour: string): void {
  const room = cardWidth - 160
  pen.fillStyle = colour
  pen.font = `${weight} ${size}px ${family}`
  const { width } = pen.measureText(text)
  if (width > room) pen.font = `${weight} ${Math.floor((size * room) / width)}px ${family}`
  pen.fillText(text, middle, y)
}

/** Whole pixels a square, so that no edge is blurred. */
function drawSquares(pen: Pen, squares: Squares, top: number): void {
  const size = Math.floor(largestCode / squares.length)
  const left = Math.floor((cardWidth - size * squares.length) / 2)
  pen.fillStyle = '#000000'
  squares.forEach((row, y) => row.forEach((black, x) => { if (black) pen.fillRect(left + x * size, top + y * size, size, size) }))
}
