/** The event's own questions, each with what is wrong under it: for oneself, a neighbour, or a whole 接龙. */
import { View } from '@tarojs/components'
import type { Question } from '#contract/events/questions'
import { Choices } from '../components/choices'
import { Heading } from '../components/heading'
import { TextField } from '../components/text-field'
import css from './question-fields.module.scss'
import { Why } from './why'

interface Props { questions: readonly Question[]; typedAt(id: string): string; wrong: Readonly<Record<string, string | undefined>>; note: string; onAnswer(id: string, typed: string): void }

const most = { choice: 20, text: 100, number: 6, phone: 24 } as const

export function QuestionFields({ questions, typedAt, wrong, note, onAnswer }: Props) {
  if (questions.length === 0) return null
  return (
    <View>
      {questions.map(({ id, kind, text, options = [], required }) => {
        const label = required ? `${text}（要回答）` : `${text}（可以不填）`
        const typed = typedAt(id)
        if (kind !== 'choice') return <TextField key={id} label={label} value={typed} onChange={(value) => onAnswer(id, value)} {...(kind === 'text' ? {} : { keys: 'number' as const })} maxLength={most[kind]} wrong={wrong[id] ?? null} />
        return (
          <View key={id}>
            <Heading as="label">{label}</Heading>
            {/* A second tap takes an answer back that nobody must give. */}
            <Choices label={text} items={options.map((option) => ({ key: option, text: option }))} chosen={typed === '' ? null : typed} onChange={(option) => onAnswer(id, option === typed && !required ? '' : option)} />
            <Why words={wrong[id]} />
          </View>
        )
      })}
      <View className={css.note}>{note}</View>
    </View>
  )
}
