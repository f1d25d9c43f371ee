/**
 * Friday 27 November 2026, 18:20: in forty minutes the opera evening of 榆荫社区 begins, with 12 of 40 places left and the
 * door open. Around it what a community has on, and a November and an October that a report can stand on.
 */
import { unitsOfTheWorld } from '../world/units'
import { lastMonths } from './event-day-months'
import { resident, residents } from './residents'
import { shanghai } from './shanghai'
import { story, type Documents } from './story'

type Story = ReturnType<typeof story>

export function eventDay(): Documents {
  const told = story(unitsOfTheWorld(), '2026-09-21')
  lastMonths(told)
  thisEvening(told)
  inTheNextDays(told)
  elsewhere(told)
  return told.documents()
}

/** 40 places; 12 couples and 4 who come alone = 28 taken. */
function thisEvening({ event }: Story): void {
  const gala = event({
    id: 'opera-evening', kind: 'gala', title: '戏曲晚会', host: 'yuyin', placeName: '社区文化中心一楼大厅',
    placeNote: '从东门进，一楼右手边，有坡道', bring: '可以带水杯；人多，请提前十分钟到', partyLimit: 6,
    organisers: [{ part: '主办', name: '榆荫社区' }, { part: '承办', name: '榆荫社区戏曲队' }],
    programme: [
      { title: '花好月圆', form: '民乐合奏', performers: '榆荫民乐小组' },
      { title: '夫妻观灯', form: '戏曲选段', performers: '戏曲队' },
      { title: '邻里一家亲', form: '快板书', performers: '老朱、老胡' },
      { title: '茉莉花', form: '女声合唱', performers: '榆荫合唱队' },
      { title: '打猪草', form: '戏曲选段', performers: '戏曲队' },
    ],
    point: { latitude: 30.6021, longitude: 114.3043 },
    at: [{ on: '2026-11-27', from: '19:00', to: '20:30', capacity: 40 }],
  })
  for (const person of residents('yuyin', 1, 12)) gala.registers(person, 2)
  for (const person of residents('yuyin', 13, 16)) gala.registers(person)
}

function inTheNextDays({ campaign, event, person }: Story): void {
  campaign('yuyin', {
    id: 'neighbours-month', name: '邻里互助月', theme: '远亲不如近邻', from: '2026-12-01', to: '2026-12-31', basis: ['河湾街道关于开展邻里互助活动的通知'],
    leadingGroup: [{ part: '组长', office: '榆荫社区主任' }, { part: '成员', office: '各网格网格员' }],
    checklists: [{ id: 'c1', name: '三个一', on: '2026-11-20', items: [{ id: 'i1', text: '办一场邻里聚餐' }, { id: 'i2', text: '走一遍独居老人' }, { id: 'i3', text: '出一期互助专栏' }] }],
  })
  event({
    id: 'clinic-saturday', kind: 'free_clinic', title: '周六义诊：量血压、测血糖', host: 'yuyin', placeName: '社区小广场', bring: '请带上平时吃的药的盒子',
    organisers: [{ part: '主办', name: '榆荫社区' }, { part: '协办', name: '河湾街道卫生服务站' }],
    at: [{ on: '2026-11-28', from: '09:00', to: '11:30' }],
  })

  // 30 places, 18 taken: 12 left.
  const talk = event({
    id: 'talk-winter', kind: 'talk', title: '冬季血压管理讲座', host: 'yuyin', placeName: '社区会议室', placeNote: '二楼，电梯在大厅左侧', partyLimit: 4,
    bring: '量过血压的话，带上记录本', organisers: [{ part: '主办', name: '榆荫社区' }, { part: '协办', name: '河湾街道卫生服务站' }],
    point: { latitude: 30.6018, longitude: 114.3051 }, cancelUntil: shanghai('2026-11-28', '20:00'),
    questions: [
      { id: 'q1', text: '要不要留轮椅的位置', kind: 'choice', options: ['要', '不要'], required: true },
      { id: 'q2', text: '想请医生讲什么', kind: 'text', required: false },
    ],
    at: [{ on: '2026-11-29', from: '14:30', to: '16:00', capacity: 30 }],
  })
  talk.registers(person('li', '5号楼'), 2)
  for (const one of residents('yuyin', 20, 35)) talk.registers(one)

  // Nearly full: one place left each evening.
  const calligraphy = event({
    id: 'class-calligraphy', kind: 'training_class', title: '毛笔书法班', host: 'yuyin', placeName: '社区书画室', bring: '笔墨纸张都有，人来就行', partyLimit: 1,
    at: ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'].map((on) => ({ on, from: '15:00', to: '16:30', capacity: 12 })),
  })
  for (const one of residents('yuyin', 40, 50)) calligraphy.registers(one)

  // Full: 8 couples, 16 places; a couple and one more wait.
  const dumplings = event({
    id: 'dumplings', kind: 'recreation', title: '一起包饺子', host: 'yuyin', placeName: '社区食堂', partyLimit: 4,
    at: [{ on: '2026-12-05', from: '10:00', to: '12:00', capacity: 16 }],
  })
  for (const one of residents('yuyin', 1, 8)) dumplings.registers(one, 2)
  dumplings.waits(resident('yuyin', 70), 2, 40)
  dumplings.waits(resident('yuyin', 71), 1, 55)

  event({
    id: 'walk-by-the-river', kind: 'recreation', title: '沿河健步走', host: 'yuyin', placeName: '河滨步道南口', status: 'cancelled', cancelReason: '天气预报有大风，改到天气好的时候再走',
    at: [{ on: '2026-11-29', from: '09:00', to: '10:30', capacity: 40 }],
  })
  event({
    id: 'new-year-party', kind: 'gala', title: '元旦联欢会', host: 'yuyin', placeName: '社区文化中心一楼大厅', status: 'draft', partyLimit: 4,
    at: [{ on: '2026-12-31', from: '18:30', to: '20:30', capacity: 60 }],
  })
}

function elsewhere({ event }: Story): void {
  const reading = event({
    id: 'reading-evening', kind: 'other', title: '街道读书分享会', host: 'hewan', placeName: '河湾街道图书室', partyLimit: 2,
    organisers: [{ part: '主办', name: '河湾街道' }], at: [{ on: '2026-12-03', from: '19:00', to: '20:30', capacity: 50 }],
  })
  for (const one of residents('yuyin', 60, 64)) reading.registers(one)

  const photography = event({
    id: 'phone-photography', kind: 'skills_training', title: '手机摄影课', host: 'liuqiao', placeName: '柳桥社区教室', partyLimit: 2,
    at: [{ on: '2026-11-27', from: '19:30', to: '21:00', capacity: 20 }],
  })
  for (const one of residents('liuqiao', 1, 9)) photography.registers(one)

  const dance = event({
    id: 'square-dance', kind: 'recreation', title: '广场舞交流会', host: 'liuqiao', placeName: '柳桥广场', partyLimit: 6,
    at: [{ on: '2026-11-28', from: '19:00', to: '20:30', capacity: 60 }],
  })
  for (const one of residents('liuqiao', 10, 17)) dance.registers(one)
  dance.registers(resident('liuqiao', 18), 3)
}
