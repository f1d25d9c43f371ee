/** The draft is safe: what it says, before residents see it. */
import { View } from '@tarojs/components'
import { eventKinds } from '#contract/events/kinds'
import { Card } from '../../../components/card'
import { FactLine } from '../../../components/fact-line'
import { Heading } from '../../../components/heading'
import { Leaf } from '../../../components/leaf'
import { TextLink } from '../../../components/text-link'
import { dayNumber, monthNumber, weekdayOf } from '../../../stores/calendar'
import { daysOf } from './event-days'
import { nobodyIsNamed, type EventForm } from './event-form'
import { dayWords } from '../figures/months'
import styles from './saved-draft.module.scss'
import { words } from './wording'

export function SavedDraft({ form, onLater }: { form: EventForm; onLater(): void }) {
  const days = daysOf(form)
  return (
    <View>
      <Heading as="display">{words.savedTitle}</Heading>
      <View className={styles.words}>{words.savedSentence}</View>
      <Card>
        <View className={styles.top}>
          <Leaf figure={String(dayNumber(form.on))} under={`周${weekdayOf(form.on)}`} />
          <View className={styles.what}>
            <View className={styles.kind}>{eventKinds[form.kind].zh}，{monthNumber(form.on)}月{dayNumber(form.on)}日</View>
            <View className={styles.title}>{form.title}</View>
          </View>
        </View>
        <FactLine icon="clock">{form.startsAt} 到 {form.endsAt}</FactLine>
        {days.length > 1 && <FactLine icon="calendar">{words.days(days.length)}：{days.map(dayWords).join('、')}</FactLine>}
        <FactLine icon="place">{form.placeName}</FactLine>
        <FactLine icon="people">{nobodyIsNamed(form) ? words.countOnlyNote : words.places(form.capacity, form.partyLimit)}</FactLine>
      </Card>
      <TextLink onPress={onLater}>{words.later}</TextLink>
    </View>
  )
}
