/** 群通知, to be copied into the group chat. */
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { EventDetail } from '#contract/events/event'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { Segmented } from '../../../components/segmented'
import { groupNotice, type News } from './group-notice'
import css from './index.module.scss'
import { words } from './wording'

export function NoticeCard({ event, now }: { event: EventDetail; now: number }) {
  const isChanged = event.status === 'published' && event.lastChange !== null
  const [wanted, setWanted] = useState<News | null>(null)
  const [said, setSaid] = useState<{ words: string; ok: boolean } | null>(null)
  const news: News = event.status === 'cancelled' ? 'cancelled' : wanted ?? (isChanged ? 'changed' : 'new')
  const text = groupNotice(event, news, now)
  const copy = () => void Taro.setClipboardData({ data: text }).then(() => setSaid({ words: words.copied, ok: true }), () => setSaid({ words: words.notCopied, ok: false }))
  return (
    <View>
      <Heading>{words.notice}</Heading>
      <Card flat>
        {isChanged && <View className={css.which}><Segmented label={words.notice} items={[{ key: 'changed', text: words.news.changed }, { key: 'new', text: words.news.new }]} chosen={news} onChange={(next) => { setWanted(next); setSaid(null) }} /></View>}
        <View className={css.text}><Text selectable userSelect>{text}</Text></View>
        <View className={css.copy}><PlainButton fill onPress={copy}>{words.copy}</PlainButton></View>
        {said && <Notice tone={said.ok ? 'done' : 'attention'}>{said.words}</Notice>}
      </Card>
    </View>
  )
}
