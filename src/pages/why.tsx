/** What is missing, under a group of choices as under a field. */
import { View } from '@tarojs/components'
import { Icon } from '../components/icon'
import css from './why.module.scss'

export function Why({ words }: { words: string | undefined }) {
  return words === undefined ? null : <View className={css.why}><Icon name="attention" /><View>{words}</View></View>
}
