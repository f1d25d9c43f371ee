/** The bar under a page: a line of words, side acts, and the one main button. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import css from './bottom-bar.module.scss'
import { Icon, type IconName } from './icon'
import { Press } from './press'

interface BottomBarProps {
  /** What the button will do, or why it cannot: 11月23日，第 3 网格，入户走访 6 户次. */
  words?: ReactNode
  side?: { text: string; icon: IconName; onPress(): void; share?: boolean }[]
  /** MainButton, or PlainButtons with `fill`. */
  children?: ReactNode
}

export function BottomBar({ words, side = [], children }: BottomBarProps) {
  return (
    <View className={css.bar}>
      {Boolean(words) && <View className={css.words}>{words}</View>}
      <View className={css.row}>
        {side.map(({ text, icon, onPress, share }) => (
          <Press key={text} className={css.side} label={text} share={share ?? false} onPress={onPress}>
            <View className={css.stack}><View className={css.icon}><Icon name={icon} large /></View>{text}</View>
          </Press>
        ))}
        {Boolean(children) && <View className={css.act}>{children}</View>}
      </View>
    </View>
  )
}
