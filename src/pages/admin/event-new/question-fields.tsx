/** The event's own questions. */
import { View } from '@tarojs/components'
import { Heading } from '../../../components/heading'
import { PlainButton } from '../../../components/plain-button'
import { Segmented } from '../../../components/segmented'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import type { Wrong } from './check-form'
import styles from './event-fields.module.scss'
import { mostQuestions, newQuestion, type AskedQuestion, type EventForm } from './event-form'
import { words } from './wording'

interface Props { form: EventForm; wrong: Wrong; onChange(part: Partial<EventForm>): void }

const kinds = (Object.entries(words.questionKinds) as [AskedQuestion['kind'], string][]).map(([key, text]) => ({ key, text }))

export function QuestionFields({ form, wrong, onChange }: Props) {
  const ask = (index: number, part: Partial<AskedQuestion>) => onChange({ questions: form.questions.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  return (
    <View>
      {form.questions.map((question, index) => (
        <View key={index} className={styles.question}>
          <TextField label={words.question(index + 1)} value={question.text} placeholder={words.questionHint} maxLength={40} wrong={wrong[`question${index}`] ?? null} onChange={(text) => ask(index, { text })} />
          <Heading as="label">{words.questionKind}</Heading>
          <Segmented label={`${words.question(index + 1)}，${words.questionKind}`} items={kinds} chosen={question.kind} onChange={(kind) => ask(index, { kind })} />
          {question.kind === 'choice' && <TextField label={words.options} value={question.options} placeholder={words.optionsHint} maxLength={180} onChange={(options) => ask(index, { options })} />}
          <View className={styles.must}><Segmented label={`${words.question(index + 1)}，${words.required}`} items={[{ key: 'yes', text: words.required }, { key: 'no', text: words.optional }]} chosen={question.required ? 'yes' : 'no'} onChange={(key) => ask(index, { required: key === 'yes' })} /></View>
          <TextLink label={`${words.dropQuestion}，${words.question(index + 1)}`} onPress={() => onChange({ questions: form.questions.filter((_, at) => at !== index) })}>{words.dropQuestion}</TextLink>
        </View>
      ))}
      <View className={styles.note}>{words.questionsNote}</View>
      {form.questions.length < mostQuestions && <View className={styles.must}><PlainButton small onPress={() => onChange({ questions: [...form.questions, newQuestion] })}>{words.addQuestion}</PlainButton></View>}
    </View>
  )
}
