/** One notice: what happened, to which event, when and where it is now. All of it opens the event. */
import { View } from '@tarojs/components'
import type { Notice } from '#contract/notices/notice'
import { Card } from '../../../components/card'
import { today } from '../../../stores/calendar'
import { sawNotices } from '../../../stores/notices'
import { openEvent } from '../open-event'
import css from './notice-card.module.scss'
import { newsOf, whenAndWhere } from './wording'

export function NoticeCard({ notice, now = false }: { notice: Notice; now?: boolean }) {
  const news = newsOf(notice, today())
  const open = () => { void sawNotices([notice.id]); openEvent(notice.eventId) }
  return (
    <Card now={now} onPress={open} label={`${news}，${notice.title}，${whenAndWhere(notice, today())}`}>
      <View className={css.news}>{news}</View>
      <View className={css.title}>{notice.title}</View>
      <View className={css.when}>{whenAndWhere(notice, today())}</View>
    </Card>
  )
}
