import { expect, test } from 'vitest'
import type { Report } from '#contract/reports/report'
import { reportText } from './report-text'

const report: Report = {
  unit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, month: '2017-09', asOf: '2017-10-01T01:00:00.000Z', title: '榆荫社区2017年9月工作总结',
  sections: [{ kind: 'publicity', heading: '二、加强宣传，营造氛围', paragraphs: [[{ text: '全月张贴标语' }, { figure: 'slogans_posted', print: '12条' }, { text: '。' }]] }],
  table: [
    { name: 'slogans_posted', zh: '标语', unit: '条', group: 'publicity', value: 12, softness: 'exact', uncounted: 0, previous: { value: 9, softness: 'over' } },
    { name: 'columns_run', zh: '专栏', unit: '期', group: 'publicity', value: null, softness: 'exact', uncounted: 1, previous: null },
  ],
  hasPrevious: true,
  events: [{ eventId: 'e', sessionId: 'e-s1', on: '2017-09-17', kindZh: '座谈会', title: '停车', placeName: '活动室', hostUnitName: '榆荫社区', attendances: null, split: '' }],
  missing: [], corrections: null, editing: null, handedIn: null, days: null, campaign: null,
}

test('the copied text has the figures of the draft, and words where nothing was counted', () => {
  expect(reportText(report)).toBe([
    '榆荫社区2017年9月工作总结', '', '二、加强宣传，营造氛围', '　　全月张贴标语12条。', '',
    '附表1 指标', '标语 12条（上月 9余）', '专栏 1 笔未计数', '', '附表2 活动', '9月17日 座谈会 停车（活动室）',
  ].join('\n'))
})
test('a soft 人次 of an event stays soft', () => {
  const events = report.events.map((event) => ({ ...event, attendances: 60, softness: 'over' as const }))
  expect(reportText({ ...report, events })).toContain('停车（活动室），60余人次')
})
test('a first month has no column before it', () => {
  expect(reportText({ ...report, hasPrevious: false })).not.toContain('上月')
})
