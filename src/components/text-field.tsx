/** A field with its name above; what is wrong stands under it, and what was typed stays. */
import { View } from '@tarojs/components'
import { a11y } from './a11y'
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
  // The phone takes no further letter and says nothing. Four digits are a year or places enough: whoever typed them is done.
  const isFull = wrong === null && entry.maxLength !== undefined && entry.maxLength > 4 && entry.value.length >= entry.maxLength
  return (
    <View className={css.field}>
      <View className={css.label}>{entry.label}</View>
      <View className={cx(css.box, entry.several && css.tall, wrong !== null && css.wrong)}>
        <Entry {...entry} className={css.entry} />
      </View>
      {wrong !== null && <View className={css.why}><Icon name="attention" /><View>{wrong}</View></View>}
      {isFull && <View className={css.hint} {...a11y({ role: 'status' })}>写满了，最多 {entry.maxLength} {entry.keys === 'number' || entry.keys === 'decimal' ? '位' : '个字'}</View>}
      {hint !== undefined && wrong === null && <View className={css.hint}>{hint}</View>}
    </View>
  )
}
