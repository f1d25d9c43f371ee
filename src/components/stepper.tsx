/** A whole number by two large buttons; a tap on the number itself lets one type it. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { cx } from './cx'
import { Entry } from './entry'
import { Icon } from './icon'
import { Press } from './press'
import css from './stepper.module.scss'

interface StepperProps {
  /** What is counted: 人数, 户次. */
  label: string
  value: number
  onChange(value: number): void
  unit?: string
  min?: number
  max?: number
  /** As typed, where whoever asks judges it: then nothing of it is changed here. With `onType`. */
  text?: string
  onType?(text: string): void
}

export function Stepper({ label, value, onChange, unit = '', min = 1, max = 99_999, text, onType }: StepperProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const set = (wanted: number) => onChange(Math.min(max, Math.max(min, wanted)))
  const type = (entered: string) => {
    if (onType) {
      setTyped(entered)
      onType(entered)
      return
    }
    const digits = entered.replace(/\D/g, '')
    setTyped(digits)
    if (digits !== '') set(Number(digits))
  }
  const figure = text !== undefined && text !== '' ? text : String(value)
  return (
    <View className={css.stepper}>
      <Press className={cx(css.step, value <= min && css.off)} label={`${label}，减一`} disabled={value <= min} onPress={() => { setTyped(null); set(value - 1) }}><Icon name="minus" large /></Press>
      <View className={css.middle}>
        {typed === null
          ? <Press className={cx(css.number, sizeOf(figure))} label={`${label} ${value}${unit}，点一下直接填`} onPress={() => setTyped(text ?? String(value))}>{figure}</Press>
          : <Entry className={cx(css.entry, sizeOf(typed))} label={label} value={typed} keys="number" maxLength={onType ? 14 : String(max).length} focus onChange={type} onDone={() => setTyped(null)} />}
        {unit !== '' && <Text className={css.unit}>{unit}</Text>}
      </View>
      <Press className={cx(css.step, value >= max && css.off)} label={`${label}，加一`} disabled={value >= max} onPress={() => { setTyped(null); set(value + 1) }}><Icon name="plus" large /></Press>
    </View>
  )
}

function sizeOf({ length }: string): string | undefined {
  return length > 8 ? css.billions : length > 6 ? css.millions : length > 4 ? css.thousands : length > 2 ? css.hundreds : undefined
}
