/** 3 条待上传: what lies on this phone only, never alarming, with the one thing that could lose it; what needs a look; and what could not be kept at all. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Notice } from '../../components/notice'
import { sendQueued, useQueue } from '../../stores/queue/queue-of-phone'
import { mayBeLost, whyWaiting } from './queue-words'
import { UnkeptNotice } from './unkept-notice'
import css from './waiting-notice.module.scss'

/** Online a record is gone sooner than anybody could read that it waits, in ms. */
const worthSaying = 1_500

export function WaitingNotice() {
  const { records, failed } = useQueue((state) => state)
  const refused = records.filter(({ state }) => state === 'refused').length
  const waiting = records.length - refused
  const trouble = failed ?? records.find((one) => one.state === 'waiting' && one.failed)?.failed ?? null
  const shown = useStays(waiting > 0) || (waiting > 0 && trouble !== null)
  return (
    <View className={css.notices}>
      <UnkeptNotice />
      {refused > 0 && <Notice tone="attention" act={{ text: '去看看', onPress: () => void Taro.navigateTo({ url: '/pages/grid-worker/tray/index' }) }}>{`${refused} 条需要处理`}</Notice>}
      {shown && <Notice note={`${whyWaiting(trouble) ?? ''}${mayBeLost}`} act={{ text: '现在上传', onPress: () => void sendQueued() }}>{`${waiting} 条待上传`}</Notice>}
    </View>
  )
}

/** True once it has been so for a while. */
function useStays(now: boolean): boolean {
  const [stays, setStays] = useState(false)
  useEffect(() => {
    if (!now) return setStays(false)
    const later = setTimeout(() => setStays(true), worthSaying)
    return () => clearTimeout(later)
  }, [now])
  return now && stays
}
