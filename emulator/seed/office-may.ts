/** 1 June 2009: a month in which things were done and nothing was counted. Another place, invented like the others. */
import type { EventKind } from '../../contract/events/kinds'
import { unitsOfTheWorld } from '../world/units'
import { story, type Documents } from './story'

export function officeMay(): Documents {
  const units = unitsOfTheWorld({ hewan: '青禾街道', yuyin: '文昌社区', liuqiao: '桂湖社区' })
  const { event, campaign, logged, documents } = story(units, '2009-05-04')
  campaign('yuyin', { id: 'month-of-learning-2009', name: '民族团结教育月', theme: '抓学习，求团结，思稳定，求发展', from: '2009-05-01', to: '2009-05-31' })

  const heldOn = (on: string, kind: EventKind, id: string, title: string, placeName: string) =>
    event({ id, kind, title, host: 'yuyin', placeName, campaignId: 'month-of-learning-2009', at: [{ on, from: '09:00', to: '11:00' }] }).held()
  heldOn('2009-05-12', 'mobilisation_meeting', 'mobilisation-2009', '动员会', '三楼会议室')
  heldOn('2009-05-14', 'study_session', 'discussion-2009', '学习讨论会', '三楼会议室')
  heldOn('2009-05-20', 'donation_drive', 'donation-2009', '捐款、捐物、捐书', '一楼大厅')
  heldOn('2009-05-26', 'free_clinic', 'clinic-2009', '义诊送药', '结对帮扶村')

  for (const indicator of ['columns_run', 'boards_made', 'banners_hung', 'slogans_posted', 'books_given', 'leaflets_given'] as const) {
    logged('yuyin', indicator, { on: '2009-05-13', quantity: null, by: 'lin' })
  }
  return documents()
}
