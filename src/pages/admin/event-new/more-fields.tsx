/** What most events do not need, folded away; open where something of it is filled in or wrong. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Heading } from '../../../components/heading'
import { PlainButton } from '../../../components/plain-button'
import { Segmented } from '../../../components/segmented'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import styles from './event-fields.module.scss'
import { mostQuestions, newQuestion, nobodyIsNamed, type AskedQuestion, type CancelChoice, type EventForm, type Field } from './event-form'
import { words } from './wording'

interface Props { form: EventForm; wrong: Partial<Record<Field, string>>; onChange(part: Partial<EventForm>): void }

const inside: readonly Field[] = ['placeNote', 'bring', 'organisers', 'programme', 'cancelUntil']
const choices = <K extends string>(texts: Record<K, string>) => (Object.entries(texts) as [K, string][]).map(([key, text]) => ({ key, text }))

export function MoreFields({ form, wrong, onChange }: Props) {
  const [opened, setOpened] = useState(false)
  const isWrong = Object.keys(wrong).some((field) => inside.some((one) => one === field) || field.startsWith('question'))
  if (!opened && !isWrong) return <TextLink onPress={() => setOpened(true)}>{words.more}</TextLink>
  const ask = (index: number, part: Partial<AskedQuestion>) => onChange({ questions: form.questions.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  return (
    <View>
      <TextField label={words.placeNote} value={form.placeNote} placeholder={words.placeNoteHint} maxLength={60} wrong={wrong.placeNote ?? null} onChange={(placeNote) => onChange({ placeNote })} />
      <TextField label={words.bring} value={form.bring} placeholder={words.bringHint} maxLength={80} wrong={wrong.bring ?? null} onChange={(bring) => onChange({ bring })} />
      <TextField label={words.coHosts} value={form.coHosts} hint={words.coHostsHint} maxLength={400} wrong={wrong.organisers ?? null} onChange={(coHosts) => onChange({ coHosts })} />
      <TextField label={words.programme} value={form.programme} hint={words.programmeHint} several maxLength={4000} wrong={wrong.programme ?? null} onChange={(programme) => onChange({ programme })} />
      {!nobodyIsNamed(form) && (
        <>
          <Heading as="label">{words.cancel}</Heading>
          <Segmented<CancelChoice> label={words.cancel} items={choices(words.cancelChoices)} chosen={form.cancel} onChange={(cancel) => onChange({ cancel })} />
          {form.questions.map((question, index) => (
            <View key={index} className={styles.question}>
              <TextField label={words.question(index + 1)} value={question.text} placeholder={words.questionHint} maxLength={40} wrong={wrong[`question${index}`] ?? null} onChange={(text) => ask(index, { text })} />
              <Heading as="label">{words.questionKind}</Heading>
              <Segmented label={`${words.question(index + 1)}，${words.questionKind}`} items={choices(words.questionKinds)} chosen={question.kind} onChange={(kind) => ask(index, { kind })} />
              {question.kind === 'choice' && <TextField label={words.options} value={question.options} placeholder={words.optionsHint} maxLength={180} onChange={(options) => ask(index, { options })} />}
              <View className={styles.must}><Segmented label={`${words.question(index + 1)}，${words.required}`} items={[{ key: 'yes', text: words.required }, { key: 'no', text: words.optional }]} chosen={question.required ? 'yes' : 'no'} onChange={(key) => ask(index, { required: key === 'yes' })} /></View>
              <TextLink label={`${words.dropQuestion}，${words.question(index + 1)}`} onPress={() => onChange({ questions: form.questions.filter((_, at) => at !== index) })}>{words.dropQuestion}</TextLink>
            </View>
          ))}
          <View className={styles.note}>{words.questionsNote}</View>
          {form.questions.length < mostQuestions && <View className={styles.must}><PlainButton small onPress={() => onChange({ questions: [...form.questions, newQuestion] })}>{words.addQuestion}</PlainButton></View>}
        </>
      )}
      {!isWrong && <TextLink onPress={() => setOpened(false)}>{words.less}</TextLink>}
    </View>
  )
}
