/** What a picture taken in the app carries in its lower left corner: when, where, and by which number. Drawn alike by WeChat and browsers. */

type Surface = Pick<CanvasRenderingContext2D, 'fillRect' | 'fillText' | 'measureText' | 'fillStyle' | 'font' | 'textBaseline'>

export function drawWatermark(context: Surface, { width, height }: { width: number; height: number }, lines: readonly string[]): void {
  const letter = Math.max(12, Math.round(Math.max(width, height) / 42))
  const [margin, pitch] = [Math.round(letter * 0.7), Math.round(letter * 1.45)]
  context.font = `${letter}px sans-serif`
  const shown = lines.map((line) => cut(context, line, width - margin * 2))
  const band = pitch * shown.length + margin * 2
  context.fillStyle = 'rgba(20, 20, 20, 0.62)'
  context.fillRect(0, height - band, Math.min(width, Math.max(...shown.map((line) => context.measureText(line).width)) + margin * 2), band)
  context.fillStyle = '#ffffff'
  context.textBaseline = 'middle'
  shown.forEach((line, index) => context.fillText(line, margin, height - band + margin + pitch * (index + 0.5)))
}

function cut(context: Surface, line: string, room: number): string {
  if (context.measureText(line).width <= room) return line
  const letters = Array.from(line)
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > room) letters.pop()
  return `${letters.join('')}…`
}
