/** A list of names pasted in one go, onto the blank rows; what is not certain stays in the field, with the reason, and is put right there. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import { readChain } from '../../../stores/read-chain'
import { changeForm, formOf } from '../../../stores/sheet'
import { nextLine } from '../../../stores/sheet-form'
import type { SheetLine } from '../../../stores/sheet-queued'
import css from './index.module.scss'

/** One blank row holds as many. */
const mostInRow = 500

export function PasteList({ sessionId, lines }: { sessionId: string; lines: readonly SheetLine[] }) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [added, setAdded] = useState<number | null>(null)
  const [unclear, setUnclear] = useState<string[]>([])
  const read = () => {
    const found = readChain(typed, mostInRow)
    const clear = found.filter(({ chosen }) => chosen)
    for (const { callName, people } of clear) {
      const form = formOf(sessionId)
      changeForm(sessionId, { lines: { ...form.lines, [nextLine(lines, form)]: { people, callName } } })
    }
    const left = found.filter(({ chosen }) => !chosen)
    setAdded(clear.length)
    setUnclear(left.map(({ text, unclear: why }) => `${text}：${why.join('；')}`))
    setTyped(left.map(({ text }) => text).join('\n'))
    if (left.length === 0 && clear.length > 0) setOpen(false)
  }
  return (
    <>
      <PlainButton small onPress={() => { setOpen(true); setAdded(null); setUnclear([]) }}>粘贴名单</PlainButton>
      <Sheet open={open} title="粘贴名单" onClose={() => setOpen(false)} foot={<MainButton disabled={typed.trim() === ''} onPress={read}>加到空白行</MainButton>}>
        <View className={css.quiet}>一行一家，像 1. 张阿姨 2人。只记称呼和人数，月底办结就删掉称呼。</View>
        <TextField label="名单" value={typed} several maxLength={20_000} onChange={setTyped} />
        {added !== null && <Notice tone={unclear.length > 0 ? 'attention' : 'done'}>{`加上了 ${added} 行${unclear.length > 0 ? `，还有 ${unclear.length} 行看不准，改好再加` : ''}`}</Notice>}
        {unclear.map((why) => <View key={why} className={css.quiet}>{why}</View>)}
      </Sheet>
    </>
  )
}
