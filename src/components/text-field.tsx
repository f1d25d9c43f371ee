/** A field with its name above; what is wrong stands under it, and what was typed stays. */
import { View } from '@tarojs/components'
import { cx } from './cx'
import { Entry } from './entry'
import type { EntryProps } from './entry-props'
import css from './field.module.scss'
import { Icon } from './icon'

interface TextFieldProps extends Omit<EntryProps, 'className'> {
  /** 赭, with its icon: 姓名还没填. */
  wrong?: string | null
  /** Why it is asked, or how to write it. */
  hint?: string
}

export function TextField({ wrong = null, hint, ...entry }: TextFieldProps) {
  return (
    <View className={css.field}>
      <View className={css.label}>{entry.label}</View>
      <View className={cx(css.box, entry.several && css.tall, wrong !== null && css.wrong)}>
        <Entry {...entry} className={css.entry} />
      </View>
      {wrong !== null && <View className={css.why}><Icon name="attention" /><View>{wrong}</View></View>}
      {hint !== undefined && wrong === null && <View className={css.hint}>{hint}</View>}
    </View>
  )
}
