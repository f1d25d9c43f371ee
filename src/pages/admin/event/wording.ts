import type { getEvent } from '#contract/events/get'
import type { eventFile } from '#contract/reports/event-file'
import type { Refusals } from '../../../stores/failure-words'
import type { News } from './group-notice'

export const getRefusals: Refusals<typeof getEvent> = { 'event-not-found': '没有找到这个活动，回到活动里看看' }

export const fileRefusals: Refusals<typeof eventFile> = { ...getRefusals, 'not-held-yet': '还没有签到、清点，也没有标记已举办，办过以后再来' }

export const words = {
  file: '一活动一档',
  fileNote: '记录、简报、场次、节目单、遮住名字的签到名单和四张照片，一个 Word 文件。做好的文件只留一天。',
  fileTake: '下载活动档案',
  fileMaking: '正在生成…',
  page: '活动',
  states: { draft: '草稿，居民还看不到', published: '居民看得到', over: '办过了', cancelled: '已取消' },
  failedTitle: '活动没取到',
  notice: '群通知',
  news: { new: '新活动', changed: '有变化', cancelled: '取消了' } satisfies Record<News, string>,
  copy: '复制群通知',
  copied: '复制好了，到群里粘贴',
  notCopied: '没有复制成，请长按文字来复制',
  publish: '发布',
  publishing: '正在发布…',
  edit: '改草稿',
  change: '修改',
  cancel: '取消活动',
  like: '照这个再办一个',
  names: '名单、导出',
  chain: '粘贴接龙，代邻居报名',
  photos: '照片',
  answers: '看回答',
  sheet: '录入签到表',
  backfill: '补录：照着名单填人数',
  sheetOf: (day: string) => `${day}的签到表，录入`,
  acts: '可以做的',
  sessions: '各场',
  free: (left: number, capacity: number) => (left === 0 ? `${capacity} 个名额，报满了` : `${capacity} 个名额，还剩 ${left} 个`),
  countOnly: '只清点不留名',
  places: (partyLimit: number) => `一家最多 ${partyLimit} 人`,
  opens: (at: string) => `${at} 开始报名`,
  closes: (at: string) => `${at} 截止报名`,
  campaign: '主题月、宣传周',
}
