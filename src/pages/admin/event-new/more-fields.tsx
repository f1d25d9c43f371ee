/** What most events do not need, folded away; open where something of it is filled in or wrong. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import type { Field, Wrong } from './check-form'
import { nobodyIsNamed, type EventForm } from './event-form'
import { PlaceField } from './place-field'
import { QuestionFields } from './question-fields'
import { WindowFields } from './window-fields'
import { words } from './wording'

interface Props { form: EventForm; wrong: Wrong; onChange(part: Partial<EventForm>): void }

const inside: readonly Field[] = ['placeNote', 'point', 'bring', 'organisers', 'programme', 'opensAt', 'closesAt', 'cancelUntil']
/** Organisers are free names; who hosts and books the figures is the unit. */
const parts = ['hosts', 'undertakers', 'coHosts', 'supporters'] as const

export function MoreFields({ form, wrong, onChange }: Props) {
  const isSaid = form.opens === 'at' || form.closes === 'at' || [form.placeNote, form.programme, ...parts.map((part) => form[part])].some((typed) => typed !== '') || form.questions.length > 0
  const [opened, setOpened] = useState(isSaid)
  const isWrong = Object.keys(wrong).some((field) => inside.some((one) => one === field) || field.startsWith('question'))
  if (!opened && !isWrong) return <TextLink onPress={() => setOpened(true)}>{words.more}</TextLink>
  return (
    <View>
      {!nobodyIsNamed(form) && <WindowFields form={form} wrong={wrong} onChange={onChange} />}
      <TextField label={words.placeNote} value={form.placeNote} placeholder={words.placeNoteHint} maxLength={60} wrong={wrong.placeNote ?? null} onChange={(placeNote) => onChange({ placeNote })} />
      <PlaceField form={form} wrong={wrong.point ?? null} onChange={onChange} />
      <TextField label={words.bring} value={form.bring} placeholder={words.bringHint} maxLength={80} wrong={wrong.bring ?? null} onChange={(bring) => onChange({ bring })} />
      {parts.map((part, index) => (
        <TextField
          key={part} label={words.organisers[part]} value={form[part]} maxLength={400} wrong={index === 0 ? wrong.organisers ?? null : null} {...(index === 0 ? { hint: words.organisersHint } : {})}
          onChange={(typed) => onChange({ [part]: typed })}
        />
      ))}
      <TextField label={words.programme} value={form.programme} hint={words.programmeHint} several maxLength={4000} wrong={wrong.programme ?? null} onChange={(programme) => onChange({ programme })} />
      {!nobodyIsNamed(form) && <QuestionFields form={form} wrong={wrong} onChange={onChange} />}
      {!isWrong && <TextLink onPress={() => setOpened(false)}>{words.less}</TextLink>}
    </View>
  )
}
