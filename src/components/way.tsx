/** A row that leads to another page: what is there, and in a few words what for. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import { Press } from './press'
import css from './way.module.scss'

export function Way({ icon, text, note, url }: { icon: IconName; text: string; note: string; url: string }) {
  return (
    <Press className={css.way} label={`${text}，${note}`} onPress={() => void Taro.navigateTo({ url })}>
      <Icon name={icon} className={css.icon} />
      <View className={css.words}><View className={css.text}>{text}</View><View className={css.note}>{note}</View></View>
      <Icon name="onward" className={css.icon} />
    </Press>
  )
}
