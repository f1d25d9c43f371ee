/** Days as leaves, `ahead` of today and so many back; the next to come first. */
import { View } from '@tarojs/components'
import { a11y } from '../../../components/a11y'
import { Leaf } from '../../../components/leaf'
import { addDays, dayNumber, monthNumber, today, weekdayOf } from '../../../stores/calendar'
import css from './day-choice.module.scss'

interface Props { chosen: string; onChange: (day: string) => void; ahead?: number; back?: number; unsure?: boolean }

const spoken: Readonly<Record<number, string>> = { [-1]: '明天', 0: '今天', 1: '昨天' }

/** An entry is of today or of the seven days before; what is older is for the community. `unsure`: the phone does not know which of them is today. */
export function DayChoice({ chosen, onChange, ahead = 0, back = 7, unsure = false }: Props) {
  const now = today()
  return (
    <View className={css.row} {...a11y({ role: 'radiogroup', label: '哪一天' })}>
      {Array.from({ length: ahead + back + 1 }, (_, index) => index - ahead).map((before) => {
        const day = addDays(now, -before)
        const word = (unsure ? undefined : spoken[before]) ?? `周${weekdayOf(day)}`
        return <Leaf key={day} figure={String(dayNumber(day))} under={word} ink={day === chosen} label={`${monthNumber(day)}月${dayNumber(day)}日，${word}`} onPress={() => onChange(day)} />
      })}
    </View>
  )
}
