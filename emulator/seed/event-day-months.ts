/** What happened before this evening. October stands in the report's column of the period before. */
import { resident, residents } from './residents'
import type { story } from './story'

type Story = ReturnType<typeof story>

export function lastMonths(told: Story): void {
  octoberInYuyin(told)
  novemberInYuyin(told)
  novemberWorkInYuyin(told)
  novemberElsewhere(told)
}

/** 汇演 60, 座谈会 14, 讲座 22 人次; 标语 8, 横幅 6, 资料 240, 走访 12, 纠纷 1 and 1. */
function octoberInYuyin({ event, logged }: Story): void {
  const moon = event({ id: 'autumn-gala', kind: 'gala', title: '金秋文艺汇演', host: 'yuyin', placeName: '社区小广场', at: [{ on: '2026-10-06', from: '19:00', to: '20:30', capacity: 50 }] })
  moon.attended(residents('yuyin', 1, 20), [1], 2)
  moon.counted(60)
  const seminar = event({ id: 'seminar-lifts', kind: 'seminar', title: '加装电梯座谈会', host: 'yuyin', placeName: '社区会议室', at: [{ on: '2026-10-14', from: '15:00', to: '16:30', capacity: 20 }] })
  seminar.attended(residents('yuyin', 30, 41))
  seminar.walkedIn(2)
  const talk = event({ id: 'talk-fire', kind: 'talk', title: '家庭消防讲座', host: 'yuyin', placeName: '社区会议室', at: [{ on: '2026-10-21', from: '14:30', to: '16:00', capacity: 30 }] })
  talk.attended(residents('yuyin', 1, 22))

  logged('yuyin-1', 'slogans_posted', { on: '2026-10-09', quantity: 5 })
  logged('yuyin-2', 'slogans_posted', { on: '2026-10-09', quantity: 3 })
  logged('yuyin', 'banners_hung', { on: '2026-10-04', quantity: 6 })
  logged('yuyin-3', 'leaflets_given', { on: '2026-10-21', quantity: 240 })
  logged('yuyin-1', 'visits_paid', { on: '2026-10-15', quantity: 7 })
  logged('yuyin-2', 'visits_paid', { on: '2026-10-20', quantity: 5 })
  logged('yuyin-2', 'disputes_found', { on: '2026-10-12', quantity: 1 })
  logged('yuyin-2', 'disputes_settled', { on: '2026-10-16', quantity: 1 })
}

/** 座谈会 15, 智能手机班 8+8+7 = 23 in 3 场, 讲座 25, 文体活动 36, 义诊 46, 志愿服务 9 人次. */
function novemberInYuyin({ event, person }: Story): void {
  const zhang = person('zhang', '3号楼')

  const stairs = event({ id: 'seminar-stairs', kind: 'seminar', title: '楼道议事座谈会', host: 'yuyin', placeName: '社区会议室', at: [{ on: '2026-11-04', from: '15:00', to: '16:30', capacity: 20 }] })
  stairs.attended(residents('yuyin', 1, 12))
  stairs.walkedIn(3)

  const phones = event({
    id: 'class-phones', kind: 'training_class', title: '智能手机班', host: 'yuyin', placeName: '社区教室', partyLimit: 1,
    at: ['2026-11-10', '2026-11-17', '2026-11-24'].map((on) => ({ on, from: '09:30', to: '11:00', capacity: 12 })),
  })
  phones.attended(residents('yuyin', 51, 57), [1, 2, 3])
  phones.attended([resident('yuyin', 58)], [1, 2])

  // 18 signed in, 25 in the room.
  const fraud = event({ id: 'talk-fraud', kind: 'talk', title: '防电信诈骗讲座', host: 'yuyin', placeName: '社区会议室', at: [{ on: '2026-11-11', from: '14:30', to: '16:00', capacity: 30 }] })
  fraud.attended([zhang, ...residents('yuyin', 20, 36)])
  fraud.counted(25)

  // 16 couples and four neighbours who came by.
  const games = event({ id: 'autumn-games', kind: 'recreation', title: '趣味运动会', host: 'yuyin', placeName: '社区小广场', at: [{ on: '2026-11-14', from: '09:00', to: '11:30', capacity: 60 }] })
  games.attended([zhang, ...residents('yuyin', 1, 15)], [1], 2)
  games.walkedIn(4)

  event({ id: 'clinic-november', kind: 'free_clinic', title: '义诊进小区', host: 'yuyin', placeName: '社区小广场', at: [{ on: '2026-11-18', from: '09:00', to: '11:00' }] }).counted(46)

  event({ id: 'clean-homes', kind: 'volunteering', title: '清洁家园', host: 'yuyin', placeName: '2号楼南侧绿地', at: [{ on: '2026-11-21', from: '08:30', to: '10:00', capacity: 20 }] })
    .attended(residents('yuyin', 42, 50))
}

/** 标语 6+4 = 10, 横幅 2+1 = 3, 资料 200余+150 = 350余, 专栏 not counted, 走访 6+5+4 = 15, 纠纷 2 and 1. */
function novemberWorkInYuyin({ logged }: Story): void {
  logged('yuyin-1', 'slogans_posted', { on: '2026-11-05', quantity: 6 })
  logged('yuyin-3', 'slogans_posted', { on: '2026-11-06', quantity: 4 })
  logged('yuyin', 'banners_hung', { on: '2026-11-02', quantity: 2, note: '东门和北门' })
  logged('yuyin-2', 'banners_hung', { on: '2026-11-09', quantity: 1 })
  logged('yuyin-1', 'leaflets_given', { on: '2026-11-11', quantity: 200, softness: 'over', note: '防诈骗宣传页' })
  logged('yuyin-2', 'leaflets_given', { on: '2026-11-18', quantity: 150 })
  logged('yuyin', 'columns_run', { on: '2026-11-16', quantity: null, note: '社区橱窗换新', by: 'lin' })
  logged('yuyin', 'posts_online', { on: '2026-11-20', quantity: 4, by: 'lin' })
  logged('yuyin-1', 'visits_paid', { on: '2026-11-12', quantity: 6 })
  logged('yuyin-2', 'visits_paid', { on: '2026-11-19', quantity: 5 })
  logged('yuyin-3', 'visits_paid', { on: '2026-11-25', quantity: 4 })
  logged('yuyin-1', 'disputes_found', { on: '2026-11-13', quantity: 1 })
  logged('yuyin-3', 'disputes_found', { on: '2026-11-23', quantity: 1 })
  logged('yuyin-1', 'disputes_settled', { on: '2026-11-17', quantity: 1 })
  logged('yuyin', 'inspections', { on: '2026-11-20', quantity: 1, note: '消防通道', by: 'lin' })
  logged('yuyin-2', 'volunteer_hours', { on: '2026-11-21', quantity: 14 })
}

/** 柳桥社区: 座谈会 12, 文体活动 30 人次; 横幅 2, 资料 120, 走访 9. The street itself: 横幅 10. */
function novemberElsewhere({ event, logged }: Story): void {
  const parking = event({ id: 'seminar-parking', kind: 'seminar', title: '停车议事会', host: 'liuqiao', placeName: '柳桥社区会议室', at: [{ on: '2026-11-06', from: '15:00', to: '16:30', capacity: 20 }] })
  parking.attended(residents('liuqiao', 1, 10))
  parking.walkedIn(2)
  const chess = event({ id: 'chess-day', kind: 'recreation', title: '象棋友谊赛', host: 'liuqiao', placeName: '柳桥社区活动室', at: [{ on: '2026-11-15', from: '13:30', to: '17:00', capacity: 40 }] })
  chess.attended(residents('liuqiao', 11, 30))
  chess.counted(30)
  logged('liuqiao', 'banners_hung', { on: '2026-11-03', quantity: 2 })
  logged('liuqiao-1', 'leaflets_given', { on: '2026-11-10', quantity: 120 })
  logged('liuqiao-2', 'visits_paid', { on: '2026-11-24', quantity: 9 })
  logged('hewan', 'banners_hung', { on: '2026-11-02', quantity: 10, by: 'he' })
}
