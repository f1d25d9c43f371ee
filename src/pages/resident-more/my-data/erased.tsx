/** What was done, and what remains: somebody who reads only this knows it. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Heading } from '../../../components/heading'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { eventsUrl } from '../../resident/open-event'
import css from './index.module.scss'
import { remains, words } from './wording'

export function Erased() {
  return (
    <>
      <Notice tone="done">{words.doneTitle}</Notice>
      <Heading>还留着的</Heading>
      {remains.map((point) => <View key={point} className={css.point}>{point}</View>)}
      <View className={css.point}>{words.asNew}</View>
      <View className={css.acts}><PlainButton fill onPress={() => void Taro.reLaunch({ url: eventsUrl })}>看看活动</PlainButton></View>
    </>
  )
}
