/** The resident's two rooms. */
import Taro from '@tarojs/taro'
import { TabBar } from '../../components/tab-bar'

const rooms = [{ key: 'events', text: '活动', icon: 'calendar' }, { key: 'mine', text: '我的', icon: 'person' }] as const

export function ResidentTabs({ current }: { current: 'events' | 'mine' }) {
  return <TabBar items={rooms} current={current} onChange={(key) => void Taro.redirectTo({ url: `/pages/resident/${key}/index` })} />
}
