/** The poster: a day's leaf, what, when, where, who, and the code that opens it. Drawn alike on a phone and in a browser. */
import type { EventDetail } from '#contract/events/event'
import { eventKinds } from '#contract/events/kinds'
import { dayNumber, monthNumber, weekdayOf } from '../../../stores/calendar'
import { fullDay, spokenSpan } from '../../../stores/spoken-time'

/** Pixels of the picture. */
export const posterWidth = 750
export const posterHeight = 1320
/** Where the code's white begins: every word above it ends before. */
const codeTop = 1010

const paper = '#F8F6F1'
const white = '#FFFFFF'
const ink = '#23201D'
const ink2 = '#57524B'
const line = '#E6E2DA'
const edge = 56
const fonts = '"PingFang SC","HarmonyOS Sans SC",MiSans,"Noto Sans CJK SC",sans-serif'

export function drawPoster(event: EventDetail, context: CanvasRenderingContext2D, code: CanvasImageSource): void {
  const [first] = event.sessions
  if (!first) return
  const font = (size: number, weight = 400) => { context.font = `${weight} ${size}px ${fonts}` }
  const middle = (words: string, x: number, y: number) => { context.textAlign = 'center'; context.fillText(words, x, y); context.textAlign = 'left' }
  context.textBaseline = 'alphabetic'
  context.fillStyle = paper
  context.fillRect(0, 0, posterWidth, posterHeight)

  // The leaf.
  context.fillStyle = white
  context.strokeStyle = line
  context.lineWidth = 2
  context.fillRect(edge, 64, 250, 300)
  context.strokeRect(edge, 64, 250, 300)
  context.fillStyle = ink2
  for (let dot = 0; dot < 10; dot += 1) context.fillRect(edge + 40 + dot * 18, 84, 8, 8)
  context.fillStyle = ink
  font(34)
  middle(`${monthNumber(first.on)} 月`, edge + 125, 146)
  font(150, 600)
  middle(String(dayNumber(first.on)), edge + 125, 282)
  font(34)
  middle(`星期${weekdayOf(first.on)}`, edge + 125, 336)

  // Beside it who invites, and what it is.
  font(32)
  context.fillStyle = ink2
  const beside = edge + 290
  wrapped(context, event.hostUnit.name, beside, 130, posterWidth - beside - edge, 44, 2)
  context.fillText(eventKinds[event.kind].zh, beside, 230)

  // Below: title, hour, place. The longest title and place are whole; of how to get there, what still fits.
  context.fillStyle = ink
  const isLong = [...event.title].length > 27
  font(isLong ? 48 : 64, 600)
  let y = wrapped(context, event.title, edge, 470, posterWidth - 2 * edge, isLong ? 64 : 84, isLong ? 4 : 3)
  font(40, 600)
  const span = spokenSpan(first.startsAt, first.endsAt)
  y = wrapped(context, event.sessions.length > 1 ? `${fullDay(first.on)}起，共 ${event.sessions.length} 场` : span, edge, y + 16, posterWidth - 2 * edge, 56, 2)
  if (event.sessions.length > 1) y = wrapped(context, span, edge, y, posterWidth - 2 * edge, 56, 2)
  font(36)
  context.fillStyle = ink2
  y = wrapped(context, event.placeName, edge, y + 8, posterWidth - 2 * edge, 50, 3)
  font(30)
  const room = Math.floor((codeTop - 24 - y) / 42) + 1
  if (event.placeNote !== undefined && room > 0) wrapped(context, event.placeNote, edge, y, posterWidth - 2 * edge, 42, room)

  // The code on white, with what to do.
  context.fillStyle = white
  context.fillRect(edge, codeTop, posterWidth - 2 * edge, 254)
  context.strokeRect(edge, codeTop, posterWidth - 2 * edge, 254)
  context.drawImage(code, edge + 20, codeTop + 20, 214, 214)
  context.fillStyle = ink
  font(38, 600)
  context.fillText(event.countOnly ? '微信扫一扫看详情' : '微信扫一扫报名', edge + 262, codeTop + 116)
  font(30)
  context.fillStyle = ink2
  context.fillText(event.countOnly ? '不用报名，直接来' : '也可以请邻居帮您报', edge + 262, codeTop + 170)
}

/** Returns where the next line goes. What does not fit in so many lines ends with …. */
function wrapped(context: CanvasRenderingContext2D, words: string, x: number, top: number, width: number, lineHeight: number, most: number): number {
  let y = top
  let rest = [...words]
  for (let row = 1; rest.length > 0; row += 1) {
    let length = rest.length
    while (length > 1 && context.measureText(rest.slice(0, length).join('')).width > width) length -= 1
    const isLast = row === most && length < rest.length
    context.fillText(isLast ? `${rest.slice(0, length - 1).join('')}…` : rest.slice(0, length).join(''), x, y)
    y += lineHeight
    rest = isLast ? [] : rest.slice(length)
  }
  return y
}
