/** The fields of a new event. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { eventKindNames, eventKinds } from '#contract/events/kinds'
import { Choices } from '../../../components/choices'
import { Heading } from '../../../components/heading'
import { Segmented } from '../../../components/segmented'
import { TextField } from '../../../components/text-field'
import type { Wrong } from './check-form'
import { DaysFields } from './days-fields'
import { nobodyIsNamed, type EventForm } from './event-form'
import { ofKind, titleHints } from './event-templates'
import styles from './event-fields.module.scss'
import { MomentEntry } from './moment-entry'
import { MoreFields } from './more-fields'
import { words } from './wording'

interface Props { form: EventForm; wrong: Wrong; onChange(part: Partial<EventForm>): void; /** Between what every event has and what few need. */ children?: ReactNode }

const kinds = eventKindNames.map((key) => ({ key, text: eventKinds[key].zh }))

export function EventFields({ form, wrong, onChange, children }: Props) {
  const clinic = form.kind === 'free_clinic'
  return (
    <View>
      <Heading as="label">{words.kind}</Heading>
      <Choices label={words.kind} items={kinds} chosen={form.kind} onChange={(kind) => onChange(ofKind(form, kind))} />
      <TextField label={words.title} value={form.title} placeholder={titleHints[form.kind]} maxLength={40} wrong={wrong.title ?? null} onChange={(title) => onChange({ title })} />
      <TextField label={words.place} value={form.placeName} placeholder={words.placeHint} maxLength={40} wrong={wrong.placeName ?? null} onChange={(placeName) => onChange({ placeName })} />
      <DaysFields form={form} wrong={wrong} onChange={onChange} />
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
      {children}
      <MoreFields form={form} wrong={wrong} onChange={onChange} />
    </View>
  )
}
