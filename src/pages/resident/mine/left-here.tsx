/** What somebody recorded who does not work here any more still lies on this phone: the way to it stays. Who works here reads it in 今天. */
import Taro, { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { Notice } from '../../../components/notice'
import { shelf } from '../../../platform/shelf'
import { useKnown } from '../../../stores/known-person'
import { photosOn } from '../../../stores/photo-queue/photos-on-phone'
import { sendQueued, useQueue } from '../../../stores/queue/queue-of-phone'

const open = (page: string) => void Taro.navigateTo({ url: `/pages/grid-worker/${page}/index` })

export function LeftHere() {
  const person = useKnown((state) => state.person)
  const records = useQueue((state) => state.records)
  const [photos, setPhotos] = useState(0)
  useDidShow(() => setPhotos(photosOn(shelf).filter(({ owner }) => owner === person?.personKey).length))
  if (person === null || person.may.includes('attendance/sessions-of-day')) return null
  const refused = records.filter(({ state }) => state === 'refused').length
  const waiting = records.length - refused
  return (
    <>
      {refused > 0 && <Notice tone="attention" act={{ text: '去看看', onPress: () => open('tray') }}>{`${refused} 条需要处理`}</Notice>}
      {waiting > 0 && <Notice act={{ text: '现在上传', onPress: () => void sendQueued() }}>{`${waiting} 条待上传`}</Notice>}
      {photos > 0 && <Notice act={{ text: '看看', onPress: () => open('waiting-photos') }}>{`${photos} 张照片在这部手机里，还没传到社区`}</Notice>}
    </>
  )
}
