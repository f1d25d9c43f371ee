/** 哪一天, and the other days of a series: every week until a day, or one by one. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { PlainButton } from '../../../components/plain-button'
import { Segmented } from '../../../components/segmented'
import { TextLink } from '../../../components/text-link'
import { addDays, endOfMonth, weekdayOf } from '../../../stores/calendar'
import { dayWords } from '../figures/months'
import type { Wrong } from './check-form'
import { daysOf, withDay, withoutDay } from './event-days'
import styles from './event-fields.module.scss'
import type { EventForm } from './event-form'
import { MomentEntry } from './moment-entry'
import { words } from './wording'

interface Props { form: EventForm; wrong: Wrong; onChange(part: Partial<EventForm>): void }

const ways = (Object.entries(words.repeats) as [EventForm['repeat'], string][]).map(([key, text]) => ({ key, text }))

export function DaysFields({ form, wrong, onChange }: Props) {
  const days = daysOf(form)
  const last = days[days.length - 1] ?? form.on
  const [more, setMore] = useState<string | null>(null)
  const next = more ?? addDays(last, 7)
  const begin = (on: string) => onChange({ on, ...(form.until < on && { until: endOfMonth(on) }) })
  return (
    <View>
      <Heading as="label">{words.repeat}</Heading>
      <Segmented label={words.repeat} items={ways} chosen={form.repeat} onChange={(repeat) => onChange({ repeat, without: [], also: [] })} />
      <Heading as="label">{form.repeat === 'once' ? words.on : words.firstOn}</Heading>
      <MomentEntry mode="date" label={words.on} value={form.on} onChange={begin} />
      {form.repeat === 'weekly' && (
        <>
          <Heading as="label">{words.until(weekdayOf(form.on))}</Heading>
          <MomentEntry mode="date" label={words.lastOn} value={form.until} onChange={(until) => onChange({ until })} />
        </>
      )}
      {form.repeat !== 'once' && (
        <>
          <Heading as="label">{words.days(days.length)}</Heading>
          <View className={styles.days}>
            {days.map((day) => (
              <View key={day} className={styles.day}>
                <View>{dayWords(day)} 周{weekdayOf(day)}</View>
                {day !== form.on && <TextLink label={words.dropDay(dayWords(day))} onPress={() => onChange(withoutDay(form, day))}>{words.drop}</TextLink>}
              </View>
            ))}
          </View>
          <View className={styles.pair}>
            <View className={styles.half}><MomentEntry mode="date" label={words.addDay} value={next} onChange={setMore} /></View>
            <View className={styles.half}><PlainButton fill onPress={() => { onChange(withDay(form, next)); setMore(null) }}>{words.addDay}</PlainButton></View>
          </View>
        </>
      )}
      {wrong.sessions !== undefined && <View className={styles.wrong}><Icon name="attention" /><View>{wrong.sessions}</View></View>}
    </View>
  )
}
