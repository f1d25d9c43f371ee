/** The blank rows of the sheet: who signed without having registered. The row's number on the paper makes that two workers count once. */
import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { PlainButton } from '../../../components/plain-button'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { changeForm, takeBackFromSheet } from '../../../stores/sheet'
import { lineOf, nextLine, type SheetForm } from '../../../stores/sheet-form'
import type { SheetLine } from '../../../stores/sheet-queued'
import { CountField } from '../count-field'
import { peopleOf } from '../people-typed'
import css from './index.module.scss'
import { PasteList } from './paste-list'

interface Props { sessionId: string; lines: readonly SheetLine[]; form: SheetForm; named: boolean }

export function BlankLines({ sessionId, lines, form, named }: Props) {
  /** The row's number, as typed; null: the sheet is shut. */
  const [open, setOpen] = useState<string | null>(null)
  const [typed, setTyped] = useState('1')
  const [callName, setCallName] = useState('')
  const people = peopleOf(typed, 500)
  const line = lineOf(open ?? '', form)
  const isRight = typeof people === 'number' && typeof line === 'number'
  const add = () => { setTyped('1'); setCallName(''); setOpen(String(nextLine(lines, form))) }
  const done = () => {
    if (!isRight) return
    changeForm(sessionId, { lines: { ...form.lines, [line]: { people, callName: callName.trim() } } })
    setOpen(null)
  }
  const drop = (line: number) => changeForm(sessionId, { lines: Object.fromEntries(Object.entries(form.lines).filter(([key]) => Number(key) !== line)) })
  const nameOf = (line: number) => (named ? `空白行 现${line}` : `第 ${line} 行`)
  return (
    <>
      <Heading as="label">{named ? '没报名的（表后面的空白行）' : '清点表上的'}</Heading>
      {lines.map((one) => (
        <View key={one.line} className={css.blank}>
          <Text className={css.blankName}>{`${nameOf(one.line)}${one.callName === null ? '' : `，${one.callName}`}，${one.people} 人`}</Text>
          <Text className={css.done}>{one.waiting ? '待上传' : '已录入'}</Text>
          <TextLink label={`${nameOf(one.line)}，点错了，撤销`} onPress={() => void takeBackFromSheet(sessionId, { what: 'walk-in', recordIds: one.recordIds })}>点错了，撤销</TextLink>
        </View>
      ))}
      {Object.entries(form.lines).map(([line, one]) => (
        <View key={`new ${line}`} className={css.blank}>
          <Text className={css.blankName}>{`${nameOf(Number(line))}${one.callName === '' ? '' : `，${one.callName}`}，${one.people} 人`}</Text>
          <TextLink label={`${nameOf(Number(line))}，去掉`} onPress={() => drop(Number(line))}>去掉</TextLink>
        </View>
      ))}
      <View className={css.adds}>
        <PlainButton small icon="plus" onPress={add}>{named ? '加一行空白行' : '加一行'}</PlainButton>
        {named && <PasteList sessionId={sessionId} lines={lines} />}
      </View>
      <Sheet open={open !== null} title={named ? '空白行' : '清点表的一行'} onClose={() => setOpen(null)} foot={<MainButton disabled={!isRight} onPress={done}>加上</MainButton>}>
        <TextField label={named ? '表上写的是现几' : '表上写的是第几行'} keys="number" maxLength={6} value={open ?? ''} onChange={setOpen} wrong={typeof line === 'object' ? line.wrong : null} hint="对着表抄这个号，两个人录也不会记两遍。" />
        <View className={css.quiet}>{named ? '这一行来了几人。' : '这一行画了几个人。'}</View>
        <CountField label="来了几人" text={typed} max={500} onChange={setTyped} />
        {named && <TextField label="称呼（可以不填）" value={callName} onChange={setCallName} placeholder="比如 王大爷一家" maxLength={12} />}
      </Sheet>
    </>
  )
}
