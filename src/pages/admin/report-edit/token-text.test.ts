import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraphsOf, shownOf, typedOver, withFigure, type ShownRun } from './token-text'

const slogans = { figure: 'slogans_posted', print: '12条' }
const banners = { figure: 'banners_hung', print: '3幅' }
const paragraph: ShownRun[] = [{ text: '张贴标语' }, slogans, { text: '，悬挂横幅' }, banners, { text: '。' }]
const shown = '张贴标语〔12条〕，悬挂横幅〔3幅〕。'
const after = (typed: string, caret?: number) => shownOf(typedOver(paragraph, typed, caret))

describe('typing', () => {
  test('changes the words around a figure', () => {
    expect(shownOf(paragraph)).toBe(shown)
    expect(after('贴了标语〔12条〕，悬挂横幅〔3幅〕。')).toBe('贴了标语〔12条〕，悬挂横幅〔3幅〕。')
    expect(after(`${shown}又一句。`)).toBe(`${shown}又一句。`)
    expect(after(`先说。${shown}`)).toBe(`先说。${shown}`)
  })
  test('right before and right after a figure stands where it was typed', () => {
    expect(after('张贴标语共〔12条〕，悬挂横幅〔3幅〕。')).toBe('张贴标语共〔12条〕，悬挂横幅〔3幅〕。')
    expect(after('张贴标语〔12条〕多，悬挂横幅〔3幅〕。')).toBe('张贴标语〔12条〕多，悬挂横幅〔3幅〕。')
  })
  test('into a figure leaves it as it is, and the words stand after it', () => {
    expect(after('张贴标语〔192条〕，悬挂横幅〔3幅〕。')).toBe('张贴标语〔12条〕9，悬挂横幅〔3幅〕。')
    expect(typedOver(paragraph, '张贴标语〔192条〕，悬挂横幅〔3幅〕。')).toContainEqual(slogans)
    expect(after('张贴标语〔18条〕，悬挂横幅〔3幅〕。')).toBe('张贴标语〔12条〕8，悬挂横幅〔3幅〕。')
  })
  test('rubbing a figure out takes it whole', () => {
    expect(after('张贴标语〔12条，悬挂横幅〔3幅〕。')).toBe('张贴标语，悬挂横幅〔3幅〕。')
    expect(after('张贴标语〔1条〕，悬挂横幅〔3幅〕。')).toBe('张贴标语，悬挂横幅〔3幅〕。')
    expect(after('张贴标语〔3幅〕。')).toBe('张贴标语〔3幅〕。')
  })
  test('over everything leaves what was typed', () => expect(typedOver(paragraph, '重写。')).toEqual([{ text: '重写。' }]))
  test('of two like letters the caret tells which', () => {
    const runs: ShownRun[] = [{ text: '好' }, slogans, { text: '好' }]
    expect(typedOver(runs, '好好〔12条〕好', 2)).toEqual([{ text: '好好' }, slogans, { text: '好' }])
    expect(typedOver(runs, '好〔12条〕好好', 8)).toEqual([{ text: '好' }, slogans, { text: '好好' }])
  })
  test('in two places at once, as a keyboard may, leaves the figures between', () => {
    const typed = '贴了标语〔12条〕，挂了横幅〔3幅〕！'
    expect(typedOver(paragraph, typed, typed.length)).toEqual([{ text: '贴了标语' }, slogans, { text: '，挂了横幅' }, banners, { text: '！' }])
  })
  test('cut out and pasted elsewhere a figure is the figure', () => {
    const cut = typedOver(paragraph, '张贴标语，悬挂横幅〔3幅〕。')
    expect(typedOver(cut, '〔12条〕张贴标语，悬挂横幅〔3幅〕。', 5, [slogans, banners])).toEqual([slogans, { text: '张贴标语，悬挂横幅' }, banners, { text: '。' }])
    expect(typedOver(cut, '〔12条〕张贴标语，悬挂横幅〔3幅〕。', 5)).toEqual([{ text: '〔12条〕张贴标语，悬挂横幅' }, banners, { text: '。' }])
  })
  test('brackets of one\'s own are words', () => expect(typedOver([{ text: '国办发' }], '国办发〔2012〕1号')).toEqual([{ text: '国办发〔2012〕1号' }]))
})

describe('whatever is typed', () => {
  const anyRuns = fc.array(fc.oneof(fc.record({ text: fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('好', '1', '〔', '〕', '条', 'a') }) }), fc.constant(slogans), fc.constant(banners)), { maxLength: 8 })
  test('a figure stays itself or is gone, and what is not touched stays', () => {
    fc.assert(fc.property(anyRuns, fc.nat(), fc.nat(), fc.string({ maxLength: 3, unit: fc.constantFrom('好', '1', '〔', '条', 'x') }), (runs, a, b, inserted) => {
      const before = shownOf(runs)
      const [from, to] = [a % (before.length + 1), b % (before.length + 1)].sort((x, y) => x - y) as [number, number]
      const typed = before.slice(0, from) + inserted + before.slice(to)
      const next = typedOver(runs, typed, from + inserted.length)
      const figures = (all: readonly ShownRun[]) => all.flatMap((run) => ('figure' in run ? [run.figure] : []))
      // No figure is made, none changes its place among the others, none prints anything else.
      const left = figures(next)
      const had = figures(runs)
      let at = 0
      for (const figure of left) { at = had.indexOf(figure, at) + 1; expect(at).toBeGreaterThan(0) }
      for (const run of next) if ('figure' in run) expect([slogans, banners]).toContainEqual(run)
      const words = (all: readonly ShownRun[]) => all.map((run) => ('text' in run ? run.text : '')).join('')
      expect(words(next).length).toBeGreaterThanOrEqual(words(runs).length - (to - from))
      if (from === to) expect(words(next).length).toBe(words(runs).length + inserted.length)
      if (from === to) expect(left).toEqual(had)
    }), { seed: 11, numRuns: 3000 })
  })
})

describe('a figure', () => {
  test('is put where the caret is, and one that is there already is moved', () => {
    expect(shownOf(withFigure([{ text: '横幅挂了。' }], banners, 4))).toBe('横幅挂了〔3幅〕。')
    expect(shownOf(withFigure(paragraph, banners, 0))).toBe('〔3幅〕张贴标语〔12条〕，悬挂横幅。')
    expect(shownOf(withFigure(paragraph, slogans, shown.length))).toBe('张贴标语，悬挂横幅〔3幅〕。〔12条〕')
    expect(withFigure([], banners, 0)).toEqual([banners])
    expect(withFigure([banners], slogans, 0)).toEqual([slogans, banners])
  })
})

test('a line end begins a paragraph; empty ones are none', () => {
  expect(paragraphsOf([{ text: '一\n' }, slogans, { text: '\n\n三' }])).toEqual([[{ text: '一' }], [slogans], [{ text: '三' }]])
  expect(paragraphsOf([{ text: '一' }])).toEqual([[{ text: '一' }]])
})
