/** Every target of every bench, with where it comes from. */
import type { Target } from './figures'

export const targets = {
  emulator: {
    pairsRatio: { atLeast: 0.15, source: '验收要求；最初的试验约为 0.27：经 SDK 1,043，引擎 3,911 对/秒' },
    openSeconds: { below: 3, source: '验收要求：打开十万个文档的世界用时不到 3 秒' },
    openMegabytes: { below: 300, source: '验收要求：这时内存占用不到 300 MB' },
  },
  serve: {
    ownMs: { below: 1, source: '验收要求：除一次数据库操作外，每次调用最多 1 毫秒' },
    operations: { below: 1.01, source: '验收要求：每次调用最多一次数据库操作' },
  },
  /** Operations are whole: below 4 is at most 3. */
  resident: {
    list: { below: 4, source: '验收要求：活动列表最多 3 次数据库操作' },
    search: { below: 4, source: '一次按索引读出名称和地点，一次取找到的' },
    page: { below: 4, source: '验收要求：活动页最多 3 次' },
    confirmed: { below: 5, source: '验收要求：报名成功最多 4 次' },
    waitlisted: { below: 7, source: '验收要求：排上候补最多 6 次' },
    repeat: { below: 4, source: '验收要求：重复的报名最多 3 次' },
    firstPage: { below: 64 * 1024 + 1, source: '验收要求：首页的 setData 最多 64 KB' },
    mine: { below: 3, source: '验收要求：我的报名最多 2 次' },
    cancelled: { below: 5, source: '验收要求：取消最多 4 次，每补上一位再加 3 次' },
    cancelledOne: { below: 8, source: '验收要求：取消最多 4 + 3 次' },
    cancelledFive: { below: 20, source: '验收要求：取消最多 4 + 15 次' },
  },
  totals: {
    operations: { below: 4, source: '验收要求：每一级看一个月最多 3 次数据库操作' },
    documents: { below: 301, source: '验收要求：最多读 300 个文档' },
    ratio: { below: 15.01, source: '验收要求：第 95 百分位最多是一次 doc.get 的 15 倍' },
    freshSeconds: { below: 60.01, source: '验收要求：每秒 100 条记录时，60 秒之内看得到' },
    rebuildSeconds: { below: 600, source: '验收要求：两核的电脑上全部重算不到 10 分钟' },
  },
  worker: {
    checkIn: { below: 4, source: '验收要求：签到最多 3 次数据库操作' },
    metAgain: { below: 4, source: '验收要求：签到最多 3 次数据库操作' },
    met: { below: 6, source: '读活动和有没有这个称呼，读这条来过没有；写称呼、写这位邻居、写签到' },
    onePerson: { below: 3, source: '验收要求：500 人的名单，每人不到 3 秒' },
    count: { below: 3, source: '读活动，写一次' },
    undo: { below: 10, source: '读活动，一个事务：读、写，以及审计的一条' },
    log: { below: 4, source: '读单位，看有没有记过，写一次' },
    correct: { below: 11, source: '读记录和单位，一个事务：读、写，以及审计的一条' },
    rosterKilobytes: { below: 64, source: '验收要求：500 人的名单打开时 setData 不到 64 KB' },
  },
} as const satisfies Record<string, Record<string, Target>>
