/** 更正 one's own entry: why, and what it should have been. The old version stays with the community. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { a11y } from '../../../components/a11y'
import { Choices } from '../../../components/choices'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Sheet } from '../../../components/sheet'
import { newRecord } from '../../../stores/record'
import { correctEntry, type CorrectionInput, type LoggedEntry } from '../../../stores/work'
import { whyUnkept } from '../queue-words'
import type { Queued } from '../../../stores/queue/queue'
import { DayChoice } from '../entry/day-choice'
import { Quantity } from '../entry/quantity'
import { changedBy, correctedSentence, correctionOf, formOf, reasons, type CorrectionForm } from './correction'
import css from './correction-sheet.module.scss'

interface Props {
  entry: LoggedEntry | null
  onClose: () => void
  onDone: (entry: LoggedEntry, input: CorrectionInput) => void
}

export function CorrectionSheet({ entry, onClose, onDone }: Props) {
  const [kept, setKept] = useState<{ of: string; form: CorrectionForm } | null>(null)
  const [asked, setAsked] = useState(false)
  const [unkept, setUnkept] = useState<Extract<Queued, { ok: false }> | null>(null)
  if (!entry) return <Sheet open={false} title="更正" onClose={onClose}>{null}</Sheet>

  // Another version of the entry is another form: what was typed belongs to the one that was seen.
  const of = `${entry.id} ${entry.rev}`
  const form = kept?.of === of ? kept.form : formOf(entry)
  const correction = correctionOf(entry, form, { recordId: '', at: '', offsetMs: 0 })
  const missing = 'missing' in correction ? correction.missing : null
  const what = changedBy(form.reason)

  const change = (part: Partial<CorrectionForm>) => { setAsked(false); setUnkept(null); setKept({ of, form: { ...form, ...part } }) }
  const changeEntry = (part: Partial<CorrectionForm['entry']>) => change({ entry: { ...form.entry, ...part } })
  const close = () => { setAsked(false); setUnkept(null); setKept(null); onClose() }

  async function send(shown: LoggedEntry) {
    const input = correctionOf(shown, form, newRecord())
    if ('missing' in input) return setAsked(true)
    const queued = await correctEntry(input)
    if (!queued.ok) return setUnkept(queued)
    setKept(null)
    onDone(shown, input)
  }

  return (
    <Sheet
      open
      title="更正"
      onClose={close}
      foot={
        <View className={css.foot}>
          {'missing' in correction
            ? asked && <View className={css.will} {...a11y({ role: 'alert' })}>{correction.missing}</View>
            : <View className={css.will}>{correctedSentence(entry, correction)}</View>}
          <MainButton onPress={() => void send(entry)}>记下更正</MainButton>
        </View>
      }
    >
      {unkept && <Notice tone="attention">{whyUnkept(unkept)}</Notice>}
      <View className={css.note}>原来：{correctedSentence(entry, entry)}</View>
      <Heading as="label">为什么改</Heading>
      <Choices label="为什么改" items={reasons} chosen={form.reason} onChange={(reason) => change({ reason })} />
      {what === 'number' && <Quantity key={of} form={form.entry} indicator={entry.indicator} wrong={asked && form.reason !== null ? missing : null} onChange={changeEntry} />}
      {what === 'day' && <><Heading as="label">应该是哪一天</Heading><DayChoice chosen={form.entry.on} onChange={(on) => changeEntry({ on })} /></>}
      {what === 'withdrawn' && <View className={css.withdrawn}>这一笔会退出所有合计，原来的记录社区留着备查。</View>}
    </Sheet>
  )
}
