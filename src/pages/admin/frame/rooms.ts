/** The four rooms of an admin, at the bottom of a phone and at the side of a desktop. */
import Taro from '@tarojs/taro'
import type { IconName } from '../../../components/icon'

export type Room = 'today' | 'events' | 'totals' | 'report'

export const rooms: readonly { key: Room; text: string; icon: IconName }[] = [
  { key: 'today', text: '今天', icon: 'clock' },
  { key: 'events', text: '活动', icon: 'calendar' },
  { key: 'totals', text: '汇总', icon: 'totals' },
  { key: 'report', text: '总结', icon: 'document' },
]

export const homeOf: Record<Room, string> = {
  today: '/pages/grid-worker/today/index',
  events: '/pages/admin/events/index',
  totals: '/pages/admin/totals/index',
  report: '/pages/admin/report/index',
}

/** Rooms lie beside each other: going from one to the next piles nothing up behind it. */
export function enter(room: Room): void {
  void Taro.redirectTo({ url: homeOf[room] })
}
