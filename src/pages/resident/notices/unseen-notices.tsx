/** At the top wherever a resident comes in, the list, an event from the group, 我的: what one was told and has not seen, whether WeChat carried it or not. Nothing, where there is nothing. */
import { useEffect, useState } from 'react'
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { PlainButton } from '../../../components/plain-button'
import { TextLink } from '../../../components/text-link'
import { sawNotices, unseenOf, useNotices } from '../../../stores/notices'
import { NoticeCard } from './notice-card'
import css from './unseen-notices.module.scss'
import { words } from './wording'

/** More would push everything else off the screen. */
const most = 2

export function UnseenNotices() {
  const { value, load } = useNotices()
  const [now, setNow] = useState(Date.now)
  const refresh = () => { setNow(Date.now()); void load({}) }
  // It comes after the page was shown the first time.
  useEffect(refresh, [])
  useDidShow(refresh)
  const unseen = unseenOf(value?.notices ?? null, now)
  if (unseen.length === 0) return null
  return (
    <View className={css.stack}>
      {unseen.slice(0, most).map((notice) => <NoticeCard key={notice.id} notice={notice} now />)}
      <View className={css.acts}>
        <PlainButton small onPress={() => void sawNotices(unseen.slice(0, most).map(({ id }) => id))}>{words.seenAll}</PlainButton>
        <TextLink onPress={() => void Taro.navigateTo({ url: '/pages/resident-more/notices/index' })}>{words.all}</TextLink>
      </View>
    </View>
  )
}
