/** The last seven days as leaves; older ones are for the community. */
import { View } from '@tarojs/components'
import { a11y } from '../../../components/a11y'
import { Leaf } from '../../../components/leaf'
import { addDays, dayNumber, monthNumber, today, weekdayOf } from '../../../stores/calendar'
import css from './day-choice.module.scss'

export function DayChoice({ chosen, onChange }: { chosen: string; onChange: (day: string) => void }) {
  const now = today()
  return (
    <View className={css.row} {...a11y({ role: 'radiogroup', label: '哪一天' })}>
      {[0, 1, 2, 3, 4, 5, 6].map((back) => {
        const day = addDays(now, -back)
        const word = ['今天', '昨天'][back] ?? `周${weekdayOf(day)}`
        return <Leaf key={day} figure={String(dayNumber(day))} under={word} ink={day === chosen} label={`${monthNumber(day)}月${dayNumber(day)}日，${word}`} onPress={() => onChange(day)} />
      })}
    </View>
  )
}
