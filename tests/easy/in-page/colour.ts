/** Contrast as WCAG 2.2 counts it, of what is drawn on what is really beneath it. Runs in the page. */

interface Colour { r: number; g: number; b: number; a: number }

const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true })

/** Any notation that CSS knows. */
function read(css: string): Colour {
  const [r, g, b, a] = /^rgba?\(([^)]+)\)$/.exec(css)?.[1]?.split(/[\s,/]+/).map(Number) ?? painted(css)
  return { r: r ?? 0, g: g ?? 0, b: b ?? 0, a: a ?? 1 }
}

function painted(css: string): number[] {
  if (!brush) return [0, 0, 0, 1]
  brush.clearRect(0, 0, 1, 1)
  brush.fillStyle = css
  brush.fillRect(0, 0, 1, 1)
  const [r = 0, g = 0, b = 0, a = 255] = brush.getImageData(0, 0, 1, 1).data
  return [r, g, b, a / 255]
}

const lay = (top: Colour, under: Colour): Colour => {
  const mix = (one: number, other: number) => one * top.a + other * (1 - top.a)
  return { r: mix(top.r, under.r), g: mix(top.g, under.g), b: mix(top.b, under.b), a: 1 }
}

function brightness({ r, g, b }: Colour): number {
  const [x = 0, y = 0, z = 0] = [r, g, b].map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * x + 0.7152 * y + 0.0722 * z
}

/** null: a picture or a gradient lies beneath, which has no one colour. */
export function contrastOf(element: Element, css: string): number | null {
  const grounds: Colour[] = []
  let seenThrough = 1
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = getComputedStyle(at)
    seenThrough *= Number(style.opacity)
    if (style.backgroundImage !== 'none') return null
    const ground = read(style.backgroundColor)
    if (ground.a > 0) grounds.push(ground)
    if (ground.a === 1) break
  }
  const beneath = grounds.reverse().reduce((under, ground) => lay(ground, under), { r: 255, g: 255, b: 255, a: 1 })
  const ink = read(css)
  const [light = 0, dark = 0] = [brightness(lay({ ...ink, a: ink.a * seenThrough }, beneath)), brightness(beneath)].sort((one, other) => other - one)
  return (light + 0.05) / (dark + 0.05)
}
