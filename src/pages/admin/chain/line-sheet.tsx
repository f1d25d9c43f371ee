/** One line put right by hand. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Question } from '#contract/events/questions'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { Sheet } from '../../../components/sheet'
import { Stepper } from '../../../components/stepper'
import { TextField } from '../../../components/text-field'
import css from './preview-line.module.scss'
import type { ChainLine } from '../../../stores/read-chain'
import { checkAnswers } from '../../../stores/registrations-form'
import { QuestionFields } from '../../question-fields'
import { words } from './wording'

type Part = Pick<ChainLine, 'callName' | 'building' | 'people' | 'children'>

interface Props { line: ChainLine; questions: readonly Question[]; typedAt(id: string): string; most: number; onClose(): void; onDone(part: Part, answers: Record<string, string>): void }

export function LineSheet({ line, questions, typedAt, most, onClose, onDone }: Props) {
  const [part, setPart] = useState<Part>({ callName: [...line.callName].slice(0, 12).join(''), building: line.building.slice(0, 12), people: Math.min(line.people, most), children: Math.min(line.children, most - 1) })
  const [wrong, setWrong] = useState<string | null>(null)
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const [wrongAnswers, setWrongAnswers] = useState<Record<string, string>>({})
  const answerAt = (id: string) => answers[id] ?? typedAt(id)
  const done = () => {
    const checked = checkAnswers(questions, answerAt)
    setWrongAnswers(checked.wrong)
    if (part.callName.trim() === '') return setWrong(words.noName)
    if (Object.keys(checked.wrong).length > 0) return
    onDone({ ...part, callName: part.callName.trim(), building: part.building.trim() }, answers)
  }
  return (
    <Sheet open title={words.editTitle} onClose={onClose} foot={<MainButton onPress={done}>{words.done}</MainButton>}>
      <View className={css.note}>{words.pasted}：{line.text}</View>
      <TextField label={words.callName} value={part.callName} maxLength={12} wrong={wrong} onChange={(callName) => { setPart({ ...part, callName }); setWrong(null) }} />
      <TextField label={words.building} value={part.building} maxLength={12} onChange={(building) => setPart({ ...part, building })} />
      <Heading as="label">{words.peopleLabel}</Heading>
      <Stepper label={words.peopleLabel} unit="人" value={part.people} min={1} max={most} onChange={(people) => setPart({ ...part, people, children: Math.min(part.children, people - 1) })} />
      <Heading as="label">{words.childrenLabel}</Heading>
      <Stepper label={words.childrenLabel} unit="人" value={part.children} min={0} max={part.people - 1} onChange={(children) => setPart({ ...part, children })} />
      <QuestionFields questions={questions} typedAt={answerAt} wrong={wrongAnswers} note={words.answersNote} onAnswer={(id, typed) => setAnswers({ ...answers, [id]: typed })} />
    </Sheet>
  )
}
