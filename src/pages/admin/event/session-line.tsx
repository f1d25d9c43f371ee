/** One session of the event: when, how full, and what can be done to it alone. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { EventDetail, SessionView } from '#contract/events/event'
import { TextLink } from '../../../components/text-link'
import { clockOf, weekdayOf } from '../../../stores/calendar'
import { dayWords } from '../figures/months'
import css from './index.module.scss'
import { words } from './wording'

interface Props { event: EventDetail; session: SessionView; now: number; /** Absent: another unit's event, at which nothing is done from here. */ onChange?: () => void }

export function SessionLine({ event, session, now, onChange }: Props) {
  const { id, on, startsAt, endsAt, capacity, left } = session
  const hasBegun = Date.parse(startsAt) <= now
  const day = dayWords(on)
  const isPublished = event.status === 'published'
  return (
    <View className={css.line}>
      <View className={css.what}>
        <View className={css.when}>{day} 周{weekdayOf(on)} {clockOf(startsAt)}-{clockOf(endsAt)}</View>
        <View className={css.note}>{capacity === null || left === null ? words.countOnly : words.free(left, capacity)}</View>
      </View>
      {isPublished && onChange && (
        <View className={css.acts}>
          {!hasBegun && <TextLink label={`${words.change} ${day}`} onPress={onChange}>{words.change}</TextLink>}
          {hasBegun && <TextLink label={words.sheetOf(day)} onPress={() => void Taro.navigateTo({ url: `/pages/grid-worker/sheet/index?id=${id}` })}>{Date.parse(endsAt) + 7 * 86_400_000 < now ? words.backfill : words.sheet}</TextLink>}
        </View>
      )}
    </View>
  )
}
