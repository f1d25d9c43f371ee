import { describe, expect, test } from 'vitest'
import { Months, october } from '../../../../../tests/facts/by-hand'
import { reportOf } from '../report-of'
import { gapsOfEvents, gapsOfSections } from './gaps'
import { templateOf, type Mistake, type Template } from './grammar'
import { plainText } from './plain'

const mistakesIn = (text: string) => { const read = templateOf(text); return Array.isArray(read) ? read : [] }
const lineOf = (part: string) => plainText.split('\n').findIndex((line) => line.includes(part)) + 1
const wrote = (template: Template, facts = new Months().entry('visits_paid', 3, '2017-09-02')) =>
  reportOf({ unit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, scope: { month: '2017-09', now: october }, facts, campaigns: [], unitNames: new Map(), template })

describe('the default template', () => {
  test('has no mistake, a date and a source', () => {
    const read = templateOf(plainText) as Template
    expect(read).toMatchObject({ name: '平实', datedOn: '2026-12-01' })
    expect(read.source).not.toBe('')
    expect(read.sections.map(({ kind }) => kind)).toEqual(['opening', 'organisation', 'publicity', 'activities', 'achievements', 'shortcomings', 'next_steps'])
  })
  test('has no stock political phrase', () => {
    expect(plainText).not.toMatch(/思想|精神|贯彻|高度重视|领导下|旗帜|统筹|抓手|扎实|深入|大力|切实|全面落实|热烈|圆满|一致好评|凝聚|共识|使命|初心|中华民族共同体/)
  })
  test('uses every gap that there is', () => {
    for (const gap of [...gapsOfSections, ...gapsOfEvents]) expect(plainText, gap).toMatch(new RegExp(`\\{[?!]?${gap}\\}`))
  })
})

describe('a unit\'s own words', () => {
  const own = plainText.replace('{全期}{工作数字}[。另外{工作未计数}（未计数）]。', '{全期}共{工作数字}。').replace('# 不足 存在不足', '# 不足 还差什么')
  test('are what its report says, with the figures as tokens', () => {
    const { sections } = wrote(templateOf(own) as Template)
    expect(sections.find(({ kind }) => kind === 'activities')?.paragraphs).toEqual([[{ text: '全月共走访' }, { figure: 'visits_paid', print: '3人次' }, { text: '。' }]])
    expect(sections.map(({ heading }) => heading).join()).toContain('还差什么')
  })
  test('may leave a sentence out where the default has one', () => {
    expect(JSON.stringify(wrote(templateOf(plainText) as Template).sections)).toContain('日常工作由')
    const silent = templateOf(plainText.replace('宣传和日常工作由{记录单位}[{各自记录}]记录。\n', '')) as Template
    expect(JSON.stringify(wrote(silent).sections)).not.toContain('日常工作由')
  })
  test('say nothing of what is not there, also with a condition', () => {
    const conditional = templateOf(plainText.replace('{宣传活动}。', '这些活动都在宣传之内{?宣传活动}。\n或 没有办宣传活动{!宣传活动}。')) as Template
    const said = JSON.stringify(wrote(conditional, new Months().entry('banners_hung', 1, '2017-09-02')).sections)
    expect(said).toContain('没有办宣传活动。')
    expect(said).not.toContain('都在宣传之内')
  })
  test('may be commented, and lines of any system end them', () => {
    expect(mistakesIn(`// 我们自己的\n${plainText.replaceAll('\n', '\r\n')}`)).toEqual([])
  })
})

describe('every mistake is told with its line', () => {
  test.each<[why: string, text: string, mistake: Mistake | { line: number; what: RegExp }]>([
    ['a gap that does not exist', plainText.replace('{缺漏}', '{缺点}'), { line: lineOf('{缺漏}'), what: /没有\{缺点\}，可以写的有：.*\{缺漏\}/ }],
    ['a gap of events in a section', plainText.replace('{缺漏}', '{人次}'), { line: lineOf('{缺漏}'), what: /没有\{人次\}/ }],
    ['a brace that does not close', plainText.replace('{缺漏}', '{缺漏'), { line: lineOf('{缺漏}'), what: /没有成对/ }],
    ['brackets in brackets', plainText.replace('[{各自组织}]', '[[{各自组织}]]'), { line: lineOf('[{各自组织}]'), what: /没有成对/ }],
    ['brackets around words only', plainText.replace('[{各自组织}]', '[分别]'), { line: lineOf('[{各自组织}]'), what: /方括号里至少要有一个/ }],
    ['a number that nobody counted', plainText.replace('{全期}{工作数字}', '{全期}走访12人次，{工作数字}'), { line: lineOf('{全期}{工作数字}'), what: /写了数字/ }],
    ['a number in Chinese full width', plainText.replace('{全期}{工作数字}', '{全期}走访１２人次，{工作数字}'), { line: lineOf('{全期}{工作数字}'), what: /写了数字/ }],
    ['a sentence without its end', plainText.replace('{宣传活动}。', '{宣传活动}等'), { line: lineOf('{宣传活动}。'), what: /以“。”结尾/ }],
    ['no date', plainText.replace(/日期.*\n/, ''), { line: 1, what: /缺“日期：”/ }],
    ['a date that is none', plainText.replace(/日期.*/, '日期：去年'), { line: 1, what: /日期写成/ }],
    ['a section that is missing', plainText.replace('# 成效 主要成效', '# 效果 主要成效'), { line: lineOf('# 成效'), what: /没有“# 效果”/ }],
    ['a section twice', plainText.replace('# 没有记录', '# 不足 又一次\n记录不全。\n\n# 没有记录'), { line: lineOf('# 没有记录'), what: /写了两次/ }],
    ['an 或 with nothing before it', plainText.replace('{宣传活动}。', '或 {宣传活动}。'), { line: lineOf('{宣传活动}。'), what: /“或”前面没有句子/ }],
    ['a section without a heading', plainText.replace('# 成效 主要成效', '# 成效'), { line: lineOf('# 成效'), what: /缺标题/ }],
  ])('%s', (_why, text, { line, what }) => {
    const found = mistakesIn(text)
    expect(found.filter((one) => one.line === line && (typeof what === 'string' ? one.what === what : what.test(one.what))), JSON.stringify(found)).not.toEqual([])
  })
  test('sections out of order', () => {
    const [, opening = '', organisation = ''] = /(# 开头[^#]*)(# 组织[^#]*)/.exec(plainText) ?? []
    expect(mistakesIn(plainText.replace(opening + organisation, organisation + opening)).some(({ what }) => what.includes('应当是第'))).toBe(true)
  })
  test('nothing at all, and far too much', () => {
    expect(mistakesIn('').length).toBeGreaterThan(10)
    expect(mistakesIn(`${plainText}\n${'字'.repeat(8000)}`)).toEqual([{ line: 1, what: '模板太长，最多 8000 个字' }])
  })
})

test('anything typed gives a template or mistakes, and never throws', () => {
  for (const text of ['{', '}', '[', ']', '# ', '#', '或', '或 ', '{?}', '{!', '[{}]', '模板', '\u202e{单位}', '👨‍👩‍👧 {单位}', '# 开头 # 开头']) {
    expect(mistakesIn(text).length, text).toBeGreaterThan(0)
    expect(mistakesIn(plainText.replace('{宣传活动}。', text)).every(({ line, what }) => line > 0 && what !== ''), text).toBe(true)
  }
})
