import { describe, expect, test } from 'vitest'
import type { Run } from '../../../../contract/reports/report'
import { Months, crowd, october, together } from '../../../../tests/facts/by-hand'
import type { Facts, Scope } from '../held-sessions'
import type { ImportedLine } from '../imported/imported-figures'
import { monthOf } from '../figures'
import { reportOf, reportOfCounted } from './report-of'
import type { CampaignFacts } from './material'

const unit = { id: 'yuyin', name: '榆荫社区', level: 'community' as const }
const unitNames = new Map([['hewan', '河湾街道'], ['yuyin', '榆荫社区'], ['yuyin-1', '第1网格'], ['yuyin-2', '第2网格']])
const report = (facts: Facts, { scope = { month: '2017-09', now: october }, campaigns = [] }: { scope?: Scope; campaigns?: CampaignFacts[] } = {}) =>
  reportOf({ unit, scope, facts, campaigns, unitNames })
type Draft = ReturnType<typeof report>
const runsOf = (draft: Draft): Run[] => draft.sections.flatMap((section) => section.paragraphs.flat())
const textOf = (draft: Draft) => runsOf(draft).map((run) => ('text' in run ? run.text : run.print)).join('')
const figuresIn = (draft: Draft) => {
  const tokens = runsOf(draft).flatMap((run) => ('figure' in run ? [run] : []))
  return tokens.filter((one, index) => tokens.findIndex((other) => other.figure === one.figure) === index).map((one) => `${one.figure} ${one.print}`)
}
const usesOf = (draft: Draft, kind: string) =>
  [...new Set(draft.sections.find((section) => section.kind === kind)?.paragraphs.flat().flatMap((run) => ('figure' in run ? [run.figure] : [])))]

const september2017 = () => {
  const month = new Months()
  for (const [index, day] of ['2017-09-08', '2017-09-15', '2017-09-22'].entries()) {
    month.came(`${month.event('seminar', `民族团结座谈会之${'一二三'[index]}`, [day])}-s1`, { people: crowd(6, index), headcount: 20 })
  }
  month.entry('slogans_posted', 12, '2017-09-04').entry('banners_hung', 2, '2017-09-04').entry('banners_hung', 1, '2017-09-05', { path: ['hewan', 'yuyin', 'yuyin-1'] })
  month.entry('leaflets_given', 300, '2017-09-06').entry('visits_paid', 10, '2017-09-12').entry('disputes_found', 2, '2017-09-13').entry('disputes_settled', 2, '2017-09-20')
  return month
}
const month2017: CampaignFacts = { name: '民族团结进步宣传月', theme: '共同团结奋斗、共同繁荣发展', ordinal: '第十二个', path: ['hewan'] }

const may2009 = () => {
  const office = new Months()
  office.event('mobilisation_meeting', '动员会', ['2009-05-12'], { held: true })
  office.event('study_session', '学习讨论会', ['2009-05-14'], { held: true })
  office.event('free_clinic', '义诊送药', ['2009-05-26'], { held: true, countOnly: true, placeName: '结对帮扶村' })
  office.event('donation_drive', '捐款、捐物、捐书', ['2009-05-20'], { held: true })
  for (const indicator of ['columns_run', 'boards_made', 'banners_hung', 'slogans_posted', 'books_given', 'leaflets_given'] as const) office.entry(indicator, null, '2009-05-18')
  return report(office, { scope: { month: '2009-05', now: Date.parse('2009-06-01T01:00:00.000Z') }, campaigns: [{ name: '民族团结教育月', theme: '抓学习，求团结，思稳定，求发展', path: ['hewan', 'yuyin'] }] })
}

describe('the report of a community, September 2017', () => {
  const draft = report(september2017(), { campaigns: [month2017] })
  test('prints exactly its figures, in their order', () =>
    expect(figuresIn(draft)).toEqual(['slogans_posted 12条', 'banners_hung 3幅', 'leaflets_given 300份', 'seminar_held 3场次', 'seminar_attendances 60人次', 'visits_paid 10人次', 'disputes_found 2起', 'disputes_settled 2起']))
  test('uses them in the sections of the original', () => {
    expect(usesOf(draft, 'publicity')).toEqual(['slogans_posted', 'banners_hung', 'leaflets_given', 'seminar_held', 'seminar_attendances'])
    expect(usesOf(draft, 'activities')).toEqual(['seminar_held', 'seminar_attendances', 'visits_paid', 'disputes_found', 'disputes_settled'])
    expect(draft.sections.map((section) => section.kind)).toEqual(['opening', 'organisation', 'publicity', 'activities', 'achievements', 'shortcomings', 'next_steps'])
  })
  test('names the campaign with its theme, and numbers the headings', () => {
    expect(textOf(draft)).toContain('2017年9月，按照河湾街道的安排，榆荫社区以“共同团结奋斗、共同繁荣发展”为主题，开展第十二个民族团结进步宣传月活动。')
    expect(draft.sections[2]?.heading).toBe('二、加强宣传，营造氛围')
  })
  test('every number in the words is a day, a month or a year: figures are tokens', () => {
    const words = runsOf(draft).map((run) => ('text' in run ? run.text : '')).join(' ')
    expect(words.replace(/\d{4}年|\d{1,2}月|\d{1,2}日|附表\d|第\d网格/g, '')).not.toMatch(/\d/)
  })
  test('every token prints what the table says', () => {
    for (const run of runsOf(draft)) {
      if ('figure' in run) expect(draft.table.find((figure) => figure.name === run.figure)?.value).toBe(Number.parseInt(run.print, 10))
    }
  })
  test('text as it reads', () => expect(draft.sections.map((section) => [section.heading, ...section.paragraphs.map((paragraph) => paragraph.map((run) => ('text' in run ? run.text : run.print)).join(''))])).toMatchSnapshot())
})

describe('the report of an office, May 2009, where nothing was counted', () => {
  const draft = may2009()
  test('has no figure, no 人次, no 人数 and no 0', () => {
    expect(figuresIn(draft)).toEqual([])
    expect(textOf(draft)).not.toMatch(/\d+人|人数|(?<!\d)0/)
    expect(draft.table.some((figure) => figure.unit === '人次' || figure.value === 0 || figure.group === 'people')).toBe(false)
    expect(draft.events.map((event) => event.attendances)).toEqual([null, null, null, null])
  })
  test('names each event with its day and place, and each kind of publicity', () => {
    for (const said of ['5月12日，在社区活动室召开动员会', '5月14日，在社区活动室组织“学习讨论会”', '5月26日，在结对帮扶村开展“义诊送药”', '5月20日，在社区活动室开展“捐款、捐物、捐书”', '张贴标语', '悬挂横幅', '发放资料', '发放书籍', '展板板报', '专栏']) {
      expect(textOf(draft)).toContain(said)
    }
  })
  test('counts of events stand in the table only', () => {
    expect(draft.table.filter((figure) => figure.group === 'events').map((figure) => `${figure.name} ${figure.value}${figure.unit}`)).toEqual(['mobilisation_meeting_held 1次', 'study_session_held 1次', 'free_clinic_held 1场次', 'donation_drive_held 1次'])
  })
  test('text as it reads', () => expect(draft.sections.map((section) => [section.heading, ...section.paragraphs.map((paragraph) => paragraph.map((run) => ('text' in run ? run.text : run.print)).join(''))])).toMatchSnapshot())
})

describe('what a number rests on is told beside it', () => {
  const oneTalk = (came: Parameters<Months['came']>[1]) => {
    const month = new Months()
    return textOf(report(month.came(`${month.event('talk', '健康讲座', ['2017-09-08'])}-s1`, came)))
  }
  test('who signed in or was written down at the door has no mark, who was only counted has one', () => {
    expect(oneTalk({ people: crowd(30), walkIns: 2 })).toContain('“健康讲座”，32人次参加。')
    expect(oneTalk({ people: crowd(30), headcount: 30 })).toContain('“健康讲座”，30人次参加。')
    expect(oneTalk({ people: crowd(30), headcount: 43 })).toContain('“健康讲座”，43人次（含现场清点）参加。')
    expect(oneTalk({ headcount: 43, softness: 'about' })).toContain('“健康讲座”，约43人次（现场清点）参加。')
  })
  test('of several it is said once for all of them', () => {
    const month = new Months()
    month.came(`${month.event('talk', '健康讲座', ['2017-09-08'])}-s1`, { people: crowd(30) }).came(`${month.event('talk', '防骗讲座', ['2017-09-09'])}-s1`, { headcount: 43 })
    expect(textOf(report(month))).toContain('举办讲座2场次，73人次（含现场清点）参加')
  })

  const line = (indicator: string, hundredths: number, more: Partial<ImportedLine> = {}): ImportedLine =>
    ({ _id: `${indicator}-${more.unitId ?? 'yuyin'}`, unitId: 'yuyin', path: ['hewan', 'yuyin'], indicator, period: '2017-09', hundredths, softness: 'exact', source: { kind: 'system', name: '综治平台' }, overlap: null, hasFile: false, ...more })
  const brought = (facts: Facts, imported: ImportedLine[]) => reportOfCounted({ unit, scope: { month: '2017-09', now: october }, campaigns: [], unitNames, month: { ...monthOf(facts, { month: '2017-09', now: october }), imported }, before: null, events: [] })
  const visits = new Months().entry('visits_paid', 3, '2017-09-02')
  const source = (kind: 'system' | 'office' | 'paper', name: string) => ({ source: { kind, name } })

  test('what was brought over stands in a sentence of its own with its source, as a token, and in no other number', () => {
    const draft = brought(visits, [line('slogans_posted', 900), line('disputes_found', 1250, { softness: 'over', ...source('paper', '调解台账') })])
    expect(textOf(draft)).toContain('全月走访3人次。')
    expect(textOf(draft)).toContain('另外引用了别处的数字，没有计入以上各数：标语9条（引自综治平台）、矛盾纠纷排查12.5余起（引自调解台账，纸质）。')
    expect(figuresIn(draft)).toEqual(['visits_paid 3人次', 'imported:slogans_posted 9条', 'imported:disputes_found 12.5余起'])
  })
  test('beside records of the same thing it stands only where somebody said that it is another one', () => {
    expect(figuresIn(brought(visits, [line('visits_paid', 900)]))).toEqual(['visits_paid 3人次'])
    expect(figuresIn(brought(visits, [line('visits_paid', 900, { overlap: 'same' })]))).toEqual(['visits_paid 3人次'])
    expect(figuresIn(brought(visits, [line('visits_paid', 900, { overlap: 'apart' })]))).toEqual(['visits_paid 3人次', 'imported:visits_paid 9人次'])
  })
  test('what a neighbour recorded keeps no figure of another community out', () => {
    const street = { id: 'hewan', name: '河湾街道', level: 'street' as const }
    const month = { ...monthOf(visits, { month: '2017-09', now: october }), imported: [line('visits_paid', 900, { unitId: 'liuqiao', path: ['hewan', 'liuqiao'], ...source('office', '柳桥社区') })] }
    const draft = reportOfCounted({ unit: street, scope: { month: '2017-09', now: october }, campaigns: [], unitNames, month, before: null, events: [] })
    expect(draft.table.find(({ name }) => name === 'visits_paid')).toMatchObject({ value: 3, imported: { value: 9, kinds: ['office'] } })
    expect(textOf(draft)).toContain('走访9人次（引自柳桥社区）')
  })
  test('more than two sources are named as such', () => {
    const units = ['a', 'b', 'c'].map((id) => line('banners_hung', 100, { unitId: id, path: ['hewan', 'yuyin', id], ...source('office', `${id}站`) }))
    expect(textOf(brought(visits, units))).toContain('横幅3幅（引自a站、b站等）')
  })
  test('a month of which nothing else is known says so, and what was brought over', () => {
    expect(textOf(brought(new Months(), [line('slogans_posted', 900)]))).toBe('2017年9月，榆荫社区还没有活动和工作记录。引用的数字有：标语9条（引自综治平台）。')
  })
})

describe('sentences follow the facts', () => {
  test('one event of a kind is named with its 人次, and 人数 is said when at least half are known', () => {
    const month = new Months()
    month.came(`${month.event('gala', '中秋文艺汇演', ['2017-09-30'])}-s1`, { people: crowd(158), headcount: 201 })
    expect(textOf(report(month))).toContain('9月30日，在社区活动室举办“中秋文艺汇演”，201人次（含现场清点）参加。')
    expect(textOf(report(month))).toContain('实名的有158人，其余没有登记姓名。')
    month.came('e1yuyin-s1', { headcount: 317 })
    expect(textOf(report(month))).not.toContain('实名')
  })
  test('a class is named by its 期 with its 场', () => {
    const month = new Months()
    const id = month.event('training_class', '电脑培训班', ['2017-09-06', '2017-09-13'])
    month.came(`${id}-s1`, { walkIns: 9 }).came(`${id}-s2`, { walkIns: 8 })
    expect(textOf(report(month))).toContain('9月6日起，在社区活动室举办“电脑培训班”，本月2场，17人次参加。')
  })
  test('soft numbers keep their words, money is in 元', () => {
    const month = new Months().entry('leaflets_given', 300, '2017-09-02', { softness: 'over' }).entry('money_donated', 120050, '2017-09-03').entry('goods_value', 300000, '2017-09-03')
    month.came(`${month.event('talk', '健康讲座', ['2017-09-30'])}-s1`, { headcount: 40, softness: 'near' })
    expect(figuresIn(report(month))).toEqual(['leaflets_given 300余份', 'talk_attendances 约40人次', 'money_donated 1200.50元', 'goods_value 3000元'])
  })
  test('thirty events are counted, six are named and the rest stand in the table', () => {
    const month = new Months()
    for (let day = 1; day <= 30; day += 1) month.came(`${month.event('recreation', `广场舞${day}`, [`2017-09-${String(day).padStart(2, '0')}`])}-s1`, { walkIns: 10 })
    const draft = report(month)
    expect(textOf(draft)).toContain('开展文体活动30场次，300人次参加，分别是9月1日“广场舞1”、')
    expect(textOf(draft)).toContain('等，见附表2。')
    expect(draft.events).toHaveLength(30)
  })
  test('the same title on several days is said once, with its days', () => {
    const month = new Months()
    for (const day of ['2017-09-05', '2017-09-12', '2017-09-19']) month.came(`${month.event('talk', '邻里讲堂', [day])}-s1`, { walkIns: 9 })
    expect(textOf(report(month))).toContain('举办讲座3场次，27人次参加，分别是9月5日、9月12日、9月19日“邻里讲堂”。')
  })
  test('a street names the community of each event, and its communities rather than their grids', () => {
    const one = new Months(['hewan', 'yuyin'])
    one.came(`${one.event('gala', '中秋汇演', ['2017-09-30'])}-s1`, { walkIns: 5 })
    const other = new Months(['hewan', 'liuqiao', 'liuqiao-1']).entry('visits_paid', 3, '2017-09-02')
    const street = textOf(reportOf({ unit: { id: 'hewan', name: '河湾街道', level: 'street' }, scope: { month: '2017-09', now: october }, facts: together(one, other), campaigns: [], unitNames: new Map([['yuyin', '榆荫社区'], ['liuqiao', '柳桥社区'], ['liuqiao-1', '第1网格']]) }))
    expect(street).toContain('9月30日，榆荫社区在社区活动室举办“中秋汇演”，5人次参加。')
    expect(street).toContain('活动由榆荫社区组织。宣传和日常工作由柳桥社区记录。')
  })
  test('a district with a hundred communities names some of them, adds them all up and counts people afresh', () => {
    const ids = Array.from({ length: 100 }, (_, index) => `c${index + 1}`)
    const all = ids.map((id, index) => {
      const month = new Months(['qu', id]).entry('visits_paid', 2, '2017-09-02')
      return month.came(`${month.event('gala', '中秋汇演', ['2017-09-30'])}-s1`, { people: { everybody: 1, [`p${index}`]: 1 } })
    })
    const names = new Map(ids.map((id, index) => [id, `第${index + 1}社区`]))
    const district = reportOf({ unit: { id: 'qu', name: '河东区', level: 'district' }, scope: { month: '2017-09', now: october }, facts: together(...all), campaigns: [], unitNames: names })
    const value = (name: string) => district.table.find((figure) => figure.name === name)?.value
    expect([value('gala_held'), value('gala_attendances'), value('attendees'), value('visits_paid')]).toEqual([100, 200, 101, 200])
    expect(textOf(district)).toContain('活动由第1社区、第2社区、第3社区、第4社区、第5社区、第6社区、第7社区、第8社区等分别组织。')
    expect(textOf(district)).toContain('举办文艺汇演100场，200人次参加，分别是9月30日第1社区的“中秋汇演”、')
    expect(district.events).toHaveLength(100)
    expect(textOf(district).length).toBeLessThan(900)
  })
  test('an empty month says so and nothing else', () => {
    const draft = report(new Months())
    expect(textOf(draft)).toBe('2017年9月，榆荫社区还没有活动和工作记录。')
    expect([draft.table, draft.events, draft.hasPrevious]).toEqual([[], [], false])
  })
  test('with nothing arranged nothing is promised', () => {
    const words = textOf(report(new Months().entry('visits_paid', 3, '2017-09-02')))
    expect(words).toContain('下一步的活动还没有发布。')
    expect(words).not.toMatch(/将|继续|努力/)
  })
  test('what was not counted beside what was says so in brackets', () => {
    const month = new Months().entry('slogans_posted', 12, '2017-09-02').entry('columns_run', null, '2017-09-03')
    expect(textOf(report(month))).toContain('另外开设专栏（未计数）。')
  })
  test('what is arranged for later is named, not promised in general', () => {
    const month = september2017()
    month.event('gala', '国庆汇演', ['2017-10-03'])
    expect(textOf(report(month))).toContain('已经安排的活动有：10月3日，在社区活动室举办“国庆汇演”。')
  })
})
