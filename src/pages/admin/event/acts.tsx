/** What can be done to an event, a line each. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { EventDetail } from '#contract/events/event'
import { Card } from '../../../components/card'
import { Lines } from '../../../components/lines'
import { TextLink } from '../../../components/text-link'
import { words } from './wording'

interface Act { text: string; go(): void }

export function EventActs({ event, onCancel }: { event: EventDetail; onCancel?: () => void }) {
  const { id, status, countOnly, asks, sessions } = event
  const isComing = sessions.some(({ startsAt }) => Date.parse(startsAt) > Date.now())
  const to = (page: string, query = `id=${id}`) => () => void Taro.navigateTo({ url: `/pages/admin/${page}/index?${query}` })
  const acts: Act[] = [
    ...(status === 'draft' ? [{ text: words.edit, go: to('event-new', `draft=${id}`) }] : []),
    ...(status !== 'draft' && !countOnly ? [{ text: words.names, go: to('names') }] : []),
    ...(status === 'published' && !countOnly && isComing ? [{ text: words.chain, go: to('chain') }] : []),
    ...(status !== 'draft' && asks ? [{ text: words.answers, go: to('answers') }] : []),
    ...(status === 'published' ? [{ text: words.photos, go: to('photos') }] : []),
    { text: words.like, go: to('event-new', `like=${id}`) },
    ...(onCancel ? [{ text: words.cancel, go: onCancel }] : []),
  ]
  return <Card flat><Lines>{acts.map(({ text, go }) => <View key={text}><TextLink label={`${event.title}：${text}`} onPress={go}>{text}</TextLink></View>)}</Lines></Card>
}
