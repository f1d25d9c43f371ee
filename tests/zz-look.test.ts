import { writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { Months, crowd, october } from '/work/main/tests/facts/by-hand'
import { reportOf } from '/work/main/cloudfunctions/_shared/rules/report/report-of'
import { docxOf } from '/work/main/cloudfunctions/reports/document/docx-file'
test('x', async () => {
  const month = new Months()
  for (const [index, day] of ['2017-09-08', '2017-09-15', '2017-09-22'].entries()) month.came(`${month.event('seminar', `民族团结座谈会之${'一二三'[index]}`, [day])}-s1`, { people: crowd(6, index), headcount: 20 })
  month.entry('slogans_posted', 12, '2017-09-04').entry('banners_hung', 2, '2017-09-04').entry('banners_hung', 1, '2017-09-05', { path: ['hewan', 'yuyin', 'yuyin-1'] })
  month.entry('leaflets_given', 300, '2017-09-06').entry('visits_paid', 10, '2017-09-12').entry('disputes_found', 2, '2017-09-13').entry('disputes_settled', 2, '2017-09-20')
  const src = (facts: Months) => ({ unit: { id: 'yuyin', name: '榆荫社区', level: 'community' as const }, scope: { month: '2017-09', now: october }, facts, campaigns: [{ name: '民族团结进步宣传月', theme: '共同团结奋斗、共同繁荣发展', ordinal: '第十二个', path: ['hewan'] }], unitNames: new Map([['hewan', '河湾街道'], ['yuyin-1', '第1网格']]) })
  writeFileSync('/tmp/lo/d/small.docx', await docxOf(reportOf(src(month))))
  for (let day = 1; day <= 30; day += 1) month.came(`${month.event((['recreation', 'talk', 'gala', 'training_class', 'volunteering', 'free_clinic'] as const)[day % 6]!, `广场舞和健身操交流展演第${day}场`, [`2017-09-${String(day).padStart(2, '0')}`])}-s1`, { people: crowd(day), walkIns: 3, headcount: day % 4 === 0 ? 60 : 10, softness: day % 8 === 0 ? 'about' : 'exact' })
  month.entry('people_reached', 5000, '2017-09-09').entry('money_donated', 120050, '2017-09-09').entry('leaflets_given', 300, '2017-08-06', { softness: 'over' }).entry('boards_made', null, '2017-09-03').entry('visits_paid', 8, '2017-08-06')
  const t = Date.now()
  writeFileSync('/tmp/lo/d/large.docx', await docxOf(reportOf(src(month))))
  console.log('ms', Date.now() - t)
})
