/** How long a changing code still stands: a line that shortens a little each second, and the seconds in words. */
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import css from './qr.module.scss'

export function QrLeft({ seconds, of }: { seconds: number; of: number }) {
  return (
    <View className={css.left} {...a11y({ role: 'timer', label: `每 ${of} 秒换一次码` })}>
      <View className={css.track}><View className={css.bar} style={{ width: `${Math.round((seconds / of) * 100)}%` }} /></View>
      <View>{`${seconds} 秒后换新码`}</View>
    </View>
  )
}
