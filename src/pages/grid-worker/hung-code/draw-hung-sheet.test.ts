import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { qrSquares } from '../../../components/qr-picture'
import { drawHungSheet, sheetHeight, sheetWidth, type Pen } from './draw-hung-sheet'

/** Keeps the rectangles as pixels, and every written line with its size. */
function paper() {
  const pixels = new Uint8ClampedArray(sheetWidth * sheetHeight * 4).fill(255)
  const written: { text: string; size: number; y: number; width: number }[] = []
  const pen: Pen = {
    fillStyle: '', font: '', textAlign: 'start', textBaseline: 'alphabetic',
    fillRect(left, top, width, height) {
      const grey = pen.fillStyle === '#000000' ? 0 : 255
      for (let y = top; y < top + height; y += 1) pixels.fill(grey, (y * sheetWidth + left) * 4, (y * sheetWidth + left + width) * 4)
    },
    measureText: (text) => ({ width: [...text].length * sizeOf(pen.font) }) as TextMetrics,
    fillText(text, _x, y) { written.push({ text, size: sizeOf(pen.font), y, width: [...text].length * sizeOf(pen.font) }) },
  }
  return { pen, pixels, written }
}
const sizeOf = (font: string) => Number(/(\d+)px/.exec(font)?.[1])

const code = `L4.k20261123.${'opera-evening'}-s1.20261127.Abc_-9xyzAB`
const sheet = (title: string) => ({ title, when: '11月27日 星期五 晚上七点到九点', where: '社区文化中心一楼大厅', squares: qrSquares(code), act: '到了，请扫码签到', steps: ['打开微信里的小程序“邻里”', '点 我的、入场码、扫门口的码签到', '对准上面的码'], help: '不会扫？跟门口的网格员说怎么称呼您就行。', valid: '只在 18:00 到 21:00 有效' })

test('any reader of QR codes reads the sheet', () => {
  const { pen, pixels } = paper()
  drawHungSheet(pen, sheet('戏曲晚会'))
  expect(jsQR(pixels, sheetWidth, sheetHeight)?.data).toBe(code)
})

test.each(['戏曲晚会', '庆国庆迎中秋戏曲进社区惠民专场演出暨邻里文艺汇演颁奖典礼和消夏纳凉晚会四十字'])('%s stands whole on the sheet, and nothing over anything', (title) => {
  const { pen, written } = paper()
  drawHungSheet(pen, sheet(title))
  expect(written.map(({ text }) => text).join('')).toContain(title)
  for (const { width } of written) expect(width).toBeLessThanOrEqual(sheetWidth - 240)
  const ends = written.map(({ y, size }) => [y - size / 2, y + size / 2] as const).sort((a, b) => a[0] - b[0])
  ends.slice(1).forEach(([top], i) => expect(top).toBeGreaterThan(ends[i]![1]))
  expect(ends[0]![0]).toBeGreaterThan(80)
  expect(ends.at(-1)![1]).toBeLessThan(sheetHeight - 60)
  expect(ends.find(([, bottom]) => bottom > 540 && bottom < 1500)).toBeUndefined()
})
