/** 意见建议: one tap away on every role's first page; for who answers, the way to what was written as well. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { cx } from '../components/cx'
import { PlainButton } from '../components/plain-button'
import css from './suggest-entry.module.scss'

/** `below`: at the end of a page. */
export function SuggestEntry({ answers = false, below = false }: { answers?: boolean; below?: boolean }) {
  const go = (url: string) => void Taro.navigateTo({ url })
  return (
    <View className={cx(css.row, below && css.below)}>
      <PlainButton small onPress={() => go('/pages/resident-more/suggest/index')}>意见建议</PlainButton>
      {answers && <PlainButton small onPress={() => go('/pages/admin/suggestions/index')}>答复居民</PlainButton>}
    </View>
  )
}
