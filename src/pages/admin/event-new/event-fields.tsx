/** The fields of a new event. */
import { View } from '@tarojs/components'
import { eventKindNames, eventKinds } from '#contract/events/kinds'
import { Choices } from '../../../components/choices'
import { Heading } from '../../../components/heading'
import { Segmented } from '../../../components/segmented'
import { TextField } from '../../../components/text-field'
import type { EventForm, Field } from './event-form'
import { nobodyIsNamed } from './event-form'
import styles from './event-fields.module.scss'
import { MoreFields } from './more-fields'
import { MomentEntry } from './moment-entry'
import { words } from './wording'

interface Props { form: EventForm; wrong: Partial<Record<Field, string>>; onChange(part: Partial<EventForm>): void }

const kinds = eventKindNames.map((key) => ({ key, text: eventKinds[key].zh }))

export function EventFields({ form, wrong, onChange }: Props) {
  const clinic = form.kind === 'free_clinic'
  return (
    <View>
      <Heading as="label">{words.kind}</Heading>
      <Choices label={words.kind} items={kinds} chosen={form.kind} onChange={(kind) => onChange({ kind })} />
      <TextField label={words.title} value={form.title} placeholder={words.titleHint} maxLength={40} wrong={wrong.title ?? null} onChange={(title) => onChange({ title })} />
      <TextField label={words.place} value={form.placeName} placeholder={words.placeHint} maxLength={40} wrong={wrong.placeName ?? null} onChange={(placeName) => onChange({ placeName })} />
      <Heading as="label">{words.on}</Heading>
      <MomentEntry mode="date" label={words.on} value={form.on} onChange={(on) => onChange({ on })} />
      <View className={styles.pair}>
        <View className={styles.half}>
          <Heading as="label">{words.starts}</Heading>
          <MomentEntry mode="time" label={words.starts} value={form.startsAt} onChange={(startsAt) => onChange({ startsAt })} />
        </View>
        <View className={styles.half}>
          <Heading as="label">{words.ends}</Heading>
          <MomentEntry mode="time" label={words.ends} value={form.endsAt} onChange={(endsAt) => onChange({ endsAt })} />
        </View>
      </View>
      <Heading as="label">{words.who}</Heading>
      {clinic
        ? <View className={styles.note}>{words.clinic}</View>
        : <Segmented label={words.who} items={[{ key: 'named', text: words.named }, { key: 'counted', text: words.countOnly }]} chosen={form.countOnly ? 'counted' : 'named'} onChange={(key) => onChange({ countOnly: key === 'counted' })} />}
      {!clinic && form.countOnly && <View className={styles.note}>{words.countOnlyNote}</View>}
      {!nobodyIsNamed(form) && (
        <View className={styles.pair}>
          <View className={styles.half}><TextField label={words.capacity} value={form.capacity} keys="number" maxLength={4} wrong={wrong.capacity ?? null} onChange={(capacity) => onChange({ capacity })} /></View>
          <View className={styles.half}><TextField label={words.partyLimit} value={form.partyLimit} keys="number" maxLength={2} wrong={wrong.partyLimit ?? null} onChange={(partyLimit) => onChange({ partyLimit })} /></View>
        </View>
      )}
      <MoreFields form={form} wrong={wrong} onChange={onChange} />
    </View>
  )
}
