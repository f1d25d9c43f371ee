/** The event's own questions, each with what is wrong under it. */
import { View } from '@tarojs/components'
import type { Question } from '#contract/events/questions'
import { Choices } from '../../../components/choices'
import { Heading } from '../../../components/heading'
import { TextField } from '../../../components/text-field'
import { answerIn, type Known, type RegisterForm, type Wrong } from '../../../stores/registrations-form'
import css from './party-steppers.module.scss'
import { Why } from './why'

interface Props { questions: readonly Question[]; form: RegisterForm; known: Known; wrong: Wrong; onChange(part: Partial<RegisterForm>): void }

const most = { choice: 20, text: 100, number: 6, phone: 24 } as const

export function QuestionFields({ questions, form, known, wrong, onChange }: Props) {
  if (questions.length === 0) return null
  const answer = (id: string, typed: string) => onChange({ answers: { ...form.answers, [id]: typed } })
  return (
    <View>
      {questions.map(({ id, kind, text, options = [], required }) => {
        const label = required ? `${text}（要回答）` : `${text}（可以不填）`
        const typed = answerIn(form, known, id)
        if (kind !== 'choice') return <TextField key={id} label={label} value={typed} onChange={(value) => answer(id, value)} {...(kind === 'text' ? {} : { keys: 'number' as const })} maxLength={most[kind]} wrong={wrong[id] ?? null} />
        return (
          <View key={id}>
            <Heading as="label">{label}</Heading>
            {/* A second tap takes an answer back that nobody must give. */}
            <Choices label={text} items={options.map((option) => ({ key: option, text: option }))} chosen={typed === '' ? null : typed} onChange={(option) => answer(id, option === typed && !required ? '' : option)} />
            <Why words={wrong[id]} />
          </View>
        )
      })}
      <View className={css.note}>回答只给这次活动的主办方看，活动结束 90 天后删除。手机上给您留一份，下次不用再填。</View>
    </View>
  )
}
