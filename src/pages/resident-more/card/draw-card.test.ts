import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { qrSquares } from '../../../components/qr-picture'
import { cardHeight, cardWidth, drawCard, type Pen } from './draw-card'

/** Keeps the rectangles as pixels (how opaque they are is all the same to a reader of codes), and every written line with its size. */
function paper() {
  const pixels = new Uint8ClampedArray(cardWidth * cardHeight * 4).fill(255)
  const written: { text: string; size: number; y: number; width: number }[] = []
  const pen: Pen = {
    fillStyle: '', strokeStyle: '', lineWidth: 1, font: '', textAlign: 'start', textBaseline: 'alphabetic',
    fillRect(left, top, width, height) {
      const grey = pen.fillStyle === '#000000' ? 0 : 255
      for (let y = top; y < top + height; y += 1) pixels.fill(grey, (y * cardWidth + left) * 4, (y * cardWidth + left + width) * 4)
    },
    strokeRect() {},
    measureText: (text) => ({ width: [...text].length * sizeOf(pen.font) }) as TextMetrics,
    fillText(text, _x, y) { written.push({ text, size: sizeOf(pen.font), y, width: [...text].length * sizeOf(pen.font) }) },
  }
  return { pen, pixels, written }
}
const sizeOf = (font: string) => Number(/(\d+)px/.exec(font)?.[1])

const code = `L3.k20261123.${'Ab_-9'.repeat(4)}xY.Abc_-9xyzAB`
const card = (callName: string) => ({ callName, squares: qrSquares(code), lines: ['到活动门口，请网格员扫一扫。', '扫不出来，说称呼就行。'], foot: '第 1 张' })

test('any reader of QR codes reads the card', () => {
  const { pen, pixels } = paper()
  drawCard(pen, card('张阿姨'))
  expect(jsQR(pixels, cardWidth, cardHeight)?.data).toBe(code)
})

test('a long 称呼 gets smaller and stays on the card; nothing is written over anything', () => {
  const { pen, written } = paper()
  drawCard(pen, card('十二个字的称呼也要写得下来'))
  for (const { width } of written) expect(width).toBeLessThanOrEqual(cardWidth - 160)
  const ends = written.map(({ y, size }) => [y - size / 2, y + size / 2] as const).sort((a, b) => a[0] - b[0])
  ends.slice(1).forEach(([top], i) => expect(top).toBeGreaterThan(ends[i]![1]))
  expect(ends.at(-1)![1]).toBeLessThan(cardHeight - 40)
  expect(ends.find(([, bottom]) => bottom > 390 && bottom < 390 + 940)).toBeUndefined()
})
