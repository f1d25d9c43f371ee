/** Ways on from today: sheets of other days, and what the month has. */
import Taro from '@tarojs/taro'
import { Lines } from '../../../components/lines'
import { TextLink } from '../../../components/text-link'

const ways = [{ page: 'sheets', text: '签到表，打印、录入' }, { page: 'month', text: '这个月记的' }] as const

export function MoreToday() {
  return <Lines>{ways.map(({ page, text }) => <TextLink key={page} onPress={() => void Taro.navigateTo({ url: `/pages/grid-worker/${page}/index` })}>{text}</TextLink>)}</Lines>
}
