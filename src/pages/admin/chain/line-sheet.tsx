/** One line put right by hand. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { Sheet } from '../../../components/sheet'
import { Stepper } from '../../../components/stepper'
import { TextField } from '../../../components/text-field'
import css from './preview-line.module.scss'
import type { ChainLine } from '../../../stores/read-chain'
import { words } from './wording'

type Part = Pick<ChainLine, 'callName' | 'building' | 'people' | 'children'>

interface Props { line: ChainLine; most: number; onClose(): void; onDone(part: Part): void }

export function LineSheet({ line, most, onClose, onDone }: Props) {
  const [part, setPart] = useState<Part>({ callName: [...line.callName].slice(0, 12).join(''), building: line.building.slice(0, 12), people: Math.min(line.people, most), children: Math.min(line.children, most - 1) })
  const [wrong, setWrong] = useState<string | null>(null)
  const done = () => {
    if (part.callName.trim() === '') return setWrong(words.noName)
    onDone({ ...part, callName: part.callName.trim(), building: part.building.trim() })
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
    </Sheet>
  )
}
