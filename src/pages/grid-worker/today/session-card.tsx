/** One session of today: how many are in of how many expected, and the way to the roster. */
import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { eventKinds } from '#contract/events/kinds'
import { Card } from '../../../components/card'
import { PlainButton } from '../../../components/plain-button'
import { TextLink } from '../../../components/text-link'
import { clockOf } from '../../../stores/calendar'
import { communityNow } from '../../../stores/server-clock'
import type { SessionOfDay } from '../../../stores/sessions-of-day'
import { printOf } from '../room-print'
import css from './session-card.module.scss'

export function SessionCard({ session }: { session: SessionOfDay }) {
  const { kind, title, startsAt, endsAt, number, of, countOnly, expected, room } = session
  const now = communityNow()
  const running = Date.parse(startsAt) <= now && now < Date.parse(endsAt)
  const over = Date.parse(endsAt) <= now
  const soon = !over && Date.parse(startsAt) - now < 2 * 3_600_000
  const state = running ? '进行中' : over ? '已结束' : of > 1 ? `第 ${number} 场` : null
  const share = expected > 0 ? Math.min(100, Math.round((room.signedIn / expected) * 100)) : 0
  return (
    <Card now={running || soon}>
      <View className={css.top}>
        <Text>{eventKinds[kind].zh}{state ? ` · ${state}` : ''}</Text>
        <Text className={css.clock}>{clockOf(startsAt)}–{clockOf(endsAt)}</Text>
      </View>
      <View className={css.title}>{title}</View>
      {countOnly
        ? <View className={css.sum}>{room.attendances > 0 ? <><Text className={css.figure}>{printOf('attendances', room)}</Text> 人在场</> : '只清点人数，不留名'}</View>
        : (
          <>
            <View className={css.sum}><Text className={css.figure}>{room.signedIn}</Text> 已到 / {expected} 人报名</View>
            {room.attendances > room.signedIn && <View className={css.sum}>现场共 {printOf('attendances', room)} 人</View>}
            <View className={css.track}><View className={css.done} style={{ width: `${share}%` }} /></View>
          </>
        )}
      <View className={css.act}><PlainButton fill strong={running || soon} label={`${title}，${countOnly ? '去清点' : '去签到'}`} onPress={() => void Taro.navigateTo({ url: `/pages/grid-worker/roster/index?id=${session.id}` })}>{countOnly ? '去清点' : '去签到'}</PlainButton></View>
      <TextLink label={`${title}，照片`} onPress={() => void Taro.navigateTo({ url: `/pages/grid-worker/event-photos/index?id=${session.id}` })}>照片</TextLink>
    </Card>
  )
}
