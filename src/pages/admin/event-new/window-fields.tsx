/** From when and until when people can register, and until when they can give their places back. */
import { View } from '@tarojs/components'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { Segmented } from '../../../components/segmented'
import type { Wrong } from './check-form'
import styles from './event-fields.module.scss'
import type { CancelChoice, EventForm } from './event-form'
import { MomentEntry } from './moment-entry'
import { words } from './wording'

interface Props { form: EventForm; wrong: Wrong; onChange(part: Partial<EventForm>): void }

const choices = <K extends string>(texts: Record<K, string>) => (Object.entries(texts) as [K, string][]).map(([key, text]) => ({ key, text }))

export function WindowFields({ form, wrong, onChange }: Props) {
  const { kept, ...others } = words.cancelChoices
  return (
    <View>
      <Heading as="label">{words.opens}</Heading>
      <Segmented label={words.opens} items={choices(words.opensChoices)} chosen={form.opens} onChange={(opens) => onChange({ opens })} />
      {form.opens === 'at' && <Moment name={words.opens} on={form.opensOn} time={form.opensTime} onDay={(opensOn) => onChange({ opensOn })} onTime={(opensTime) => onChange({ opensTime })} />}
      <Heading as="label">{words.closes}</Heading>
      <Segmented label={words.closes} items={choices(words.closesChoices)} chosen={form.closes} onChange={(closes) => onChange({ closes })} />
      {form.closes === 'at' && <Moment name={words.closes} on={form.closesOn} time={form.closesTime} onDay={(closesOn) => onChange({ closesOn })} onTime={(closesTime) => onChange({ closesTime })} />}
      {(wrong.opensAt ?? wrong.closesAt) !== undefined && <View className={styles.wrong}><Icon name="attention" /><View>{wrong.opensAt ?? wrong.closesAt}</View></View>}
      <Heading as="label">{words.cancel}</Heading>
      <Segmented<CancelChoice> label={words.cancel} items={choices<CancelChoice>(form.cancelAt === '' ? others as Record<CancelChoice, string> : { ...others, kept })} chosen={form.cancel} onChange={(cancel) => onChange({ cancel })} />
    </View>
  )
}

interface MomentProps { name: string; on: string; time: string; onDay(on: string): void; onTime(time: string): void }

function Moment({ name, on, time, onDay, onTime }: MomentProps) {
  return (
    <View className={styles.pair}>
      <View className={styles.half}><MomentEntry mode="date" label={`${name}，${words.day}`} value={on} onChange={onDay} /></View>
      <View className={styles.half}><MomentEntry mode="time" label={`${name}，${words.time}`} value={time} onChange={onTime} /></View>
    </View>
  )
}
