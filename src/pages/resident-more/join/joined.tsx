/** What the person is from now on, and the way to where that begins. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { Role } from '#contract/roles/role'
import type { UnitBrief } from '#contract/values'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { Stamp } from '../../../components/stamp'
import { dayNumber, monthNumber, today } from '../../../stores/calendar'
import css from './index.module.scss'
import { firstPage, words } from './wording'

export function Joined({ word, role, unit }: { word: string; role: Role; unit: UnitBrief }) {
  const { text, url } = firstPage[role]
  return (
    <View className={css.joined}>
      <View className={css.stamp}><Stamp word={word} at={`${monthNumber(today())}月${dayNumber(today())}日`} large /></View>
      <Heading as="display">{words.youAre(unit.name, role)}</Heading>
      <View className={css.way}><MainButton onPress={() => void Taro.reLaunch({ url })}>{text}</MainButton></View>
    </View>
  )
}
