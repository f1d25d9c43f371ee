/** The words of a report on the real weapp build: changed, a figure rubbed out and put back, without signal, the app killed, and kept with the community. */
import { expect, test } from 'vitest'
import { draftReport } from '../../contract/reports/draft'
import { valueOf } from '../functions/community-evening'
import { openWeappJourney } from '../weapp/journey'
import type { Phone } from '../weapp/phone'

const yuyin = { unitId: 'yuyin', month: '2017-09' }
const journey = openWeappJourney('month-end')

/** On the same phone as `after`, which was killed. */
const admin = (after?: Phone) => journey.phoneOf('lin', after)
const told = async () => valueOf(await journey.world.call('lin', draftReport, yuyin)).sections.map(({ paragraphs }) => paragraphs.map((runs) => runs.map((run) => ('text' in run ? run.text : `<${run.print}>`)).join('')).join('')).join('')
const kept = (words: string) => expect.poll(told, { timeout: 15_000 }).toContain(words)

test('a paragraph is changed on a phone, also without signal and over the end of the app', { timeout: 60_000 }, async () => {
  let phone = admin()
  phone.open('/pages/admin/report-edit/index?unitId=yuyin&month=2017-09')
  await phone.sees('点一段就能改')
  await phone.tap('改这一段：张贴标语〔12条〕，悬挂横幅〔3幅')
  await phone.sees('放一个数到光标处')
  await phone.type('这一段', '贴了标语〔12条〕，悬挂横幅〔3幅〕，发放资料〔300份〕。')
  await kept('贴了标语<12条>，悬挂横幅<3幅>')
  await phone.type('这一段', '贴了标语〔12条〕，悬挂横幅〔3幅，发放资料〔300份〕。')
  await kept('贴了标语<12条>，悬挂横幅，发放资料<300份>。')
  await phone.tap('撤销')
  await kept('悬挂横幅<3幅>')

  phone.goOn('closed')
  await phone.type('这一段', '又贴了标语〔12条〕，悬挂横幅〔3幅〕，发放资料〔300份〕。')
  await phone.sees('先存在这台手机上')
  await phone.until(() => [...phone.state.storage.values()].some((text) => text.includes('又贴了')), 'what was typed lies on the phone')
  phone = admin(phone)
  expect(await told()).not.toContain('又贴了')
  phone.open('/pages/admin/report-edit/index?unitId=yuyin&month=2017-09')
  await phone.sees('又贴了标语')
  phone.goOn('open')
  await kept('又贴了标语<12条>')
  await phone.sees('已保存')
  expect(phone.nameless).toEqual([])
})
