/** A number with its unit. One that opens has a dotted 青 line and is a button; what was not counted is not drawn at all. */
import { Text, View } from '@tarojs/components'
import { cx } from './cx'
import css from './figure.module.scss'
import { InlinePress } from './inline-press'
import { Press } from './press'

interface FigureProps {
  /** As printed, softness included: 31, 240余, 约1200. Null: not counted, and nothing stands there. */
  value: string | null
  unit?: string
  /** text: in a sentence, no space before the unit, which is underlined too. row: in a list. large: alone. */
  size?: 'text' | 'row' | 'large'
  /** Opens what it counts. */
  onOpen?: () => void
  /** What it is, for who hears it: 座谈会参加. */
  of?: string
  open?: boolean
  /** From another office: a small framed 引 follows. */
  imported?: boolean
}

export function Figure({ value, unit = '', size = 'row', onOpen, of = '', open = false, imported = false }: FigureProps) {
  if (value === null) return null
  const number = (
    <>
      <Text className={cx(css.number, css[size], onOpen && css.opens, open && css.open)}>{size === 'text' ? `${value}${unit}` : value}</Text>
      {size !== 'text' && unit !== '' && <Text className={css.unit}>{unit}</Text>}
      {imported && <Text className={css.imported}>引</Text>}
    </>
  )
  const heard = `${of}${value}${unit}，看依据`
  if (!onOpen) return size === 'text' ? <Text>{number}</Text> : <View className={css.figure}>{number}</View>
  if (size === 'text') return <InlinePress className={css.inline} label={heard} expanded={open} onPress={onOpen}>{number}</InlinePress>
  return <Press className={cx(css.figure, css.press)} label={heard} expanded={open} onPress={onOpen}>{number}</Press>
}
