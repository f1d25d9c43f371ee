/**
 * The rooms of an admin. Four of every day, at the bottom of a phone and at the side of a desktop; the office behind them, at the side
 * of a desktop, on a phone by 我的.
 */
import Taro from '@tarojs/taro'
import type { IconName } from '../../../components/icon'

export type Room = 'today' | 'events' | 'totals' | 'report' | 'imported' | 'checks' | 'profile' | 'units' | 'roles' | 'suggestions'
export interface Door { key: Room; text: string; icon: IconName }

export const rooms: readonly Door[] = [
  { key: 'today', text: '今天', icon: 'clock' },
  { key: 'events', text: '活动', icon: 'calendar' },
  { key: 'totals', text: '汇总', icon: 'totals' },
  { key: 'report', text: '总结', icon: 'document' },
]

export const office: readonly Door[] = [
  { key: 'checks', text: '对一对', icon: 'tick' },
  { key: 'imported', text: '引用数', icon: 'bring' },
  { key: 'profile', text: '社区概况', icon: 'document' },
  { key: 'units', text: '单位与人员', icon: 'place' },
  { key: 'roles', text: '谁能做什么', icon: 'people' },
  { key: 'suggestions', text: '答复居民', icon: 'talk' },
]

export const mineUrl = '/pages/resident/mine/index'

export const homeOf: Record<Room, string> = {
  today: '/pages/admin/today/index',
  events: '/pages/admin/events/index',
  totals: '/pages/admin/totals/index',
  report: '/pages/admin/report/index',
  imported: '/pages/admin/imported/index',
  checks: '/pages/admin/checks/index',
  profile: '/pages/admin/profile/index',
  units: '/pages/admin/units/index',
  roles: '/pages/admin/roles/index',
  suggestions: '/pages/admin/suggestions/index',
}

/** Rooms lie beside each other: going from one to the next piles nothing up behind it. */
export function enter(room: Room): void {
  void Taro.redirectTo({ url: homeOf[room] })
}
