/** The blank rows of the sheet: who signed without having registered. The row's number on the paper makes that two workers count once. */
import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { PlainButton } from '../../../components/plain-button'
import { Sheet } from '../../../components/sheet'
import { Stepper } from '../../../components/stepper'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { changeForm, takeBackFromSheet } from '../../../stores/sheet'
import { nextLine, type SheetForm } from '../../../stores/sheet-form'
import type { SheetLine } from '../../../stores/sheet-queued'
import css from './index.module.scss'

interface Props { sessionId: string; lines: readonly SheetLine[]; form: SheetForm; named: boolean }

export function BlankLines({ sessionId, lines, form, named }: Props) {
  const [open, setOpen] = useState<number | null>(null)
  const [people, setPeople] = useState(1)
  const [callName, setCallName] = useState('')
  const add = () => { setPeople(1); setCallName(''); setOpen(nextLine(lines, form)) }
  const done = () => {
    if (open !== null) changeForm(sessionId, { lines: { ...form.lines, [open]: { people, callName: callName.trim() } } })
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
      <PlainButton small icon="plus" onPress={add}>{named ? '加一行空白行' : '加一行'}</PlainButton>
      <Sheet open={open !== null} title={open === null ? '' : nameOf(open)} onClose={() => setOpen(null)} foot={<MainButton onPress={done}>加上</MainButton>}>
        <View className={css.quiet}>{named ? `对着表上“现${open ?? 1}”这一行，来了几人。` : '这一行画了几个人。'}</View>
        <Stepper label="来了几人" unit="人" value={people} min={1} max={500} onChange={setPeople} />
        {named && <TextField label="称呼（可以不填）" value={callName} onChange={setCallName} placeholder="比如 王大爷一家" maxLength={12} />}
      </Sheet>
    </>
  )
}
