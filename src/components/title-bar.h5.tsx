/** In a browser nobody draws the title and the way back, so here they are. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { cx } from './cx'
import { Icon } from './icon'
import { Press } from './press'
import css from './title-bar.module.scss'

interface TitleBarProps { title: string; first: boolean; home?: string }

export function TitleBar({ title, first, home }: TitleBarProps) {
  const behind = Taro.getCurrentPages().length > 1
  const back = () => void (behind ? Taro.navigateBack() : Taro.reLaunch({ url: home ?? '/' }))
  return (
    <View className={cx(css.bar, first && css.first)}>
      {!first && (behind || home !== undefined) && <Press label="返回" className={css.back} onPress={back}><Icon name="back" large /></Press>}
      <View className={css.title} {...a11y({ role: 'heading' })}>{title}</View>
    </View>
  )
}
