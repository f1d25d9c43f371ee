import { strFromU8, unzipSync } from 'fflate'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Months, crowd, october } from '../../../tests/facts/by-hand'
import { reportOf } from '../../_shared/rules/report/report-of'
import { docxOf } from './docx-file'

afterEach(() => { vi.useRealTimers() })

function draftOf(month: Months) {
  return reportOf({ unit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, scope: { month: '2017-09', now: october }, facts: month, campaigns: [], unitNames: new Map() })
}
const busyMonth = () => {
  const month = new Months().entry('leaflets_given', 300, '2017-09-02', { softness: 'over' }).entry('leaflets_given', 200, '2017-08-02').entry('banners_hung', null, '2017-09-03')
  month.came(`${month.event('talk', '健康 <讲座> & "问答"\n第二行', ['2017-09-08'])}-s1`, { people: crowd(31), walkIns: 2, headcount: 43 })
  month.event('work_meeting', '部署会', ['2017-09-01'], { held: true })
  return month
}
const partsOf = async (month: Months) => Object.fromEntries(Object.entries(unzipSync(await docxOf(draftOf(month)))).map(([name, bytes]) => [name, strFromU8(bytes)]))
const wordsOf = (xml: string) => [...xml.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g)].map((match) => match[1] ?? '')

describe('the Word file', () => {
  test('is laid out by GB/T 9704: A4, margins 37 26 35 28 mm, 28.9 pt lines, -0.25 pt between characters, no widow control', async () => {
    const xml = (await partsOf(busyMonth()))['word/document.xml'] ?? ''
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(xml).toContain('w:line="578" w:lineRule="exact"')
    expect(xml).toContain('<w:spacing w:val="-5"/>')
    const paragraphs = xml.split('<w:pPr>').length - 1
    expect(xml.split('<w:widowControl w:val="false"/>').length - 1).toBe(paragraphs)
    expect(xml).not.toContain('docGrid w:type')
  })
  test('names the official fonts: title 22 pt 小标宋, headings 黑体, body 16 pt 仿宋', async () => {
    const xml = (await partsOf(busyMonth()))['word/document.xml'] ?? ''
    expect(xml).toMatch(/w:eastAsia="方正小标宋简体"[^>]*\/><w:spacing w:val="-5"\/><w:sz w:val="44"\/>.{0,80}榆荫社区2017年9月工作总结/)
    expect(xml).toMatch(/w:eastAsia="黑体"[^>]*\/><w:spacing w:val="-5"\/><w:sz w:val="32"\/>.{0,80}一、加强领导，精心组织/)
    expect(xml).toMatch(/w:eastAsia="仿宋_GB2312"[^>]*\/><w:spacing w:val="-5"\/><w:sz w:val="32"\/>/)
  })
  test('numbers odd pages right and even pages left, 14 pt between dashes', async () => {
    const parts = await partsOf(busyMonth())
    const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d/.test(name)).map(([, xml]) => xml)
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
    expect(footers.map((xml) => /w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort()).toEqual(['left', 'right'])
    for (const xml of footers) expect(xml).toMatch(/<w:sz w:val="28"\/>.*— .*PAGE.* —/s)
  })
  test('prints the words and figures of the draft, run by run, and nothing in between', async () => {
    const draft = draftOf(busyMonth())
    const printed = wordsOf((await partsOf(busyMonth()))['word/document.xml'] ?? '').join('').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    const told = draft.sections.map((section) => `${section.heading ?? ''}${section.paragraphs.flat().map((run) => ('text' in run ? run.text.replace('\n', ' ') : run.print)).join('')}`).join('')
    expect(printed).toContain(told)
    expect(told).toContain('发放资料300余份')
  })
  test('tells apart in the tables what was signed in, walked in, counted, soft or not counted', async () => {
    const words = wordsOf((await partsOf(busyMonth()))['word/document.xml'] ?? '')
    for (const cell of ['300余', '含余数', '未计数', '签到31，现场登记2，未登记10', '另有12人次未实名', '未清点', '上月']) expect(words).toContain(cell)
    expect(words).not.toContain('0')
  })
  test('has no column of the month before in a first month', async () => {
    const words = wordsOf((await partsOf(new Months().entry('visits_paid', 4, '2017-09-02')))['word/document.xml'] ?? '')
    expect(words).not.toContain('上月')
    expect(words).toContain('附表：1．指标汇总表')
    expect(words.join('')).not.toContain('活动一览表')
  })
  test('ends the text with who filled in, who checked, seal and date', async () => {
    const words = wordsOf((await partsOf(busyMonth()))['word/document.xml'] ?? '')
    for (const foot of ['填报人：', '审核人：', '单位（盖章）：榆荫社区', '日期：　　　年　　月　　日']) expect(words).toContain(foot)
  })
  test('holds a paragraph of 100,000 characters, emoji and whatever else people paste, as XML that any reader takes', async () => {
    const draft = draftOf(busyMonth())
    const odd = `${'很长的一段。'.repeat(16_667)}表情👨‍👩‍👧，前\u202e后，钟\u0007声，半\ud800个，\u0000零 & <b>`
    const file = await docxOf({ ...draft, title: `总结\u0001`, sections: [{ kind: 'opening', heading: null, paragraphs: [[{ text: odd }, { figure: 'talk_attendances', print: '43人次' }]] }] })
    const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
    const said = wordsOf(xml).join('')
    expect(said).toContain('表情👨‍👩‍👧，前后，钟声，半个，零 &amp; &lt;b&gt;43人次')
    expect(said.split('很长的一段。')).toHaveLength(16_668)
    // oxlint-disable-next-line no-control-regex -- that none is in it is what is asked
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e]/)
  })
  test('is the same bytes at another time, and others for another figure', async () => {
    vi.useFakeTimers({ now: Date.parse('2017-10-01T01:00:00.000Z'), toFake: ['Date'] })
    const first = await docxOf(draftOf(busyMonth()))
    vi.setSystemTime(Date.parse('2018-03-05T06:07:08.000Z'))
    expect((await docxOf(draftOf(busyMonth()))).equals(first)).toBe(true)
    expect((await docxOf(draftOf(busyMonth().entry('visits_paid', 1, '2017-09-02')))).equals(first)).toBe(false)
  })
})
