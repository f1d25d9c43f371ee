/**
 * 1 October 2017, 09:00: the month is over and its report is due. In 榆荫社区 the raw facts of a published summary and
 * nothing else; in 柳桥社区, of the same street, what is hard to count right.
 */
import { unitsOfTheWorld } from '../world/units'
import { resident, residents } from './residents'
import { shanghai } from './shanghai'
import { story, type Documents } from './story'

type Story = ReturnType<typeof story>

export function monthEnd(): Documents {
  const told = story(unitsOfTheWorld(), '2017-08-28')
  told.campaign('yuyin', { id: 'month-of-unity-2017', name: '民族团结进步宣传月', theme: '共同团结奋斗、共同繁荣发展', from: '2017-09-01', to: '2017-09-30' })
  publicityInYuyin(told)
  seminarsInYuyin(told)
  workInYuyin(told)
  countingInLiuqiao(told)
  return told.documents()
}

/** 标语 5+4+3 = 12, 横幅 2+1 = 3, 资料 120+80+100 = 300. */
function publicityInYuyin({ logged }: Story): void {
  logged('yuyin', 'banners_hung', { on: '2017-09-04', quantity: 2, note: '社区大门和小广场' })
  logged('yuyin-1', 'slogans_posted', { on: '2017-09-05', quantity: 5 })
  logged('yuyin-2', 'slogans_posted', { on: '2017-09-06', quantity: 4 })
  logged('yuyin-3', 'slogans_posted', { on: '2017-09-07', quantity: 3 })
  logged('yuyin-1', 'banners_hung', { on: '2017-09-08', quantity: 1 })
  logged('yuyin-1', 'leaflets_given', { on: '2017-09-11', quantity: 120, note: '菜市场门口' })
  logged('yuyin-2', 'leaflets_given', { on: '2017-09-13', quantity: 80 })
  logged('yuyin-3', 'leaflets_given', { on: '2017-09-20', quantity: 100 })
}

/** Three times 20 人次, of which 8+9+7 = 24 by name. 王阿姨 (number 0) comes to all three. */
function seminarsInYuyin({ event }: Story): void {
  const seminar = (id: string, title: string, on: string) => event({
    id, kind: 'seminar', title, host: 'yuyin', placeName: '社区会议室', campaignId: 'month-of-unity-2017', at: [{ on, from: '15:00', to: '16:30', capacity: 30 }],
  })
  const first = seminar('seminar-of-residents', '居民代表座谈会', '2017-09-08')
  first.attended(residents('yuyin', 0, 7))
  first.walkedIn(7)
  first.walkedIn(5, '老高一家')

  const second = seminar('seminar-of-shops', '沿街商户座谈会', '2017-09-15')
  second.attended([resident('yuyin', 0), ...residents('yuyin', 8, 15)])
  second.counted(20)

  const third = seminar('seminar-of-the-young', '青年与长辈座谈会', '2017-09-22')
  third.attended([resident('yuyin', 0), ...residents('yuyin', 16, 21)])
  third.walkedIn(5)
  third.counted(20)
}

/** 走访 4+3+3 = 10, 矛盾纠纷 found 1+1 and settled 1+1. */
function workInYuyin({ logged }: Story): void {
  logged('yuyin-1', 'visits_paid', { on: '2017-09-12', quantity: 4 })
  logged('yuyin-2', 'visits_paid', { on: '2017-09-19', quantity: 3 })
  logged('yuyin-3', 'visits_paid', { on: '2017-09-26', quantity: 3 })
  logged('yuyin-1', 'disputes_found', { on: '2017-09-14', quantity: 1 })
  logged('yuyin-1', 'disputes_settled', { on: '2017-09-18', quantity: 1 })
  logged('yuyin-3', 'disputes_found', { on: '2017-09-25', quantity: 1 })
  logged('yuyin-3', 'disputes_settled', { on: '2017-09-28', quantity: 1 })
}

/** September: 汇演 43 + 讲座 3 + 学习会 2 + 文体活动 2 = 50 人次 of 31 people. October: 文体活动 5 人次. */
function countingInLiuqiao({ event }: Story): void {
  const neighbours = residents('liuqiao', 1, 30)
  const [anna, bo, cai] = [resident('liuqiao', 1), resident('liuqiao', 2), resident('liuqiao', 3)]

  // 30 checked in and 43 in the room: 43, not 73. One had registered for four and cancelled.
  const gala = event({ id: 'gala-of-willows', kind: 'gala', title: '柳桥邻里文艺汇演', host: 'liuqiao', placeName: '柳桥广场', at: [{ on: '2017-09-16', from: '19:00', to: '20:30', capacity: 60 }] })
  gala.attended(neighbours)
  gala.registersAndCancels(resident('liuqiao', 41), 4, shanghai('2017-09-15', '20:00'))
  gala.counted(43)

  // One resident at three talks: 3 人次, 1 person.
  for (const [id, on] of [['talk-on-fire', '2017-09-05'], ['talk-on-fraud', '2017-09-12'], ['talk-on-sleep', '2017-09-19']] as const) {
    event({ id, kind: 'talk', title: '柳桥讲堂', host: 'liuqiao', placeName: '柳桥社区会议室', at: [{ on, from: '14:30', to: '16:00', capacity: 20 }] })
      .attended([resident('liuqiao', 40)])
  }

  // Tapped twice: once. Undone and done again: once. Undone: not at all.
  const study = event({ id: 'study-evening', kind: 'study_session', title: '读报学习会', host: 'liuqiao', placeName: '柳桥社区会议室', at: [{ on: '2017-09-21', from: '19:00', to: '20:00', capacity: 20 }] })
  for (const person of [anna, bo, cai]) study.registers(person)
  study.checkedIn(anna, { at: shanghai('2017-09-21', '18:55') })
  study.checkedIn(anna, { at: shanghai('2017-09-21', '18:56') })
  const slip = study.checkedIn(bo, { at: shanghai('2017-09-21', '18:57') })
  study.undone(bo, slip, shanghai('2017-09-21', '18:58'))
  study.checkedIn(bo, { at: shanghai('2017-09-21', '19:02') })
  const wrong = study.checkedIn(cai, { at: shanghai('2017-09-21', '19:03') })
  study.undone(cai, wrong, shanghai('2017-09-21', '19:04'))

  // Begins in September, so its check-in after midnight is September's too.
  const night = event({ id: 'night-film', kind: 'recreation', title: '迎国庆露天电影', host: 'liuqiao', placeName: '柳桥广场', at: [{ on: '2017-09-30', from: '22:30', endsOn: '2017-10-01', to: '01:00', capacity: 40 }] })
  for (const person of [anna, bo]) night.registers(person)
  night.checkedIn(anna, { at: shanghai('2017-09-30', '22:40') })
  night.checkedIn(bo, { at: shanghai('2017-10-01', '00:30') })

  // Twenty minutes before that one's late guest, but begun in October.
  const midnight = event({ id: 'midnight-song', kind: 'recreation', title: '零点合唱', host: 'liuqiao', placeName: '柳桥广场', at: [{ on: '2017-10-01', from: '00:10', to: '01:00', capacity: 40 }] })
  midnight.attended(residents('liuqiao', 1, 5))
}
