/** 更正 one's own entry: why, and what it should have been. The old version stays with the community. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { a11y } from '../../../components/a11y'
import { Choices } from '../../../components/choices'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Sheet } from '../../../components/sheet'
import { wordsOf } from '../../../stores/failure-words'
import { newRecord } from '../../../stores/record'
import { correctEntry, dropCorrection, isUndecided, sendCorrectionAgain, useCorrections, type CorrectionInput } from '../../../stores/work'
import { DayChoice } from '../entry/day-choice'
import { Quantity } from '../entry/quantity'
import { changedBy, correctedSentence, correctionOf, formOf, reasons, type CorrectionForm, type LoggedEntry } from './correction'
import css from './correction-sheet.module.scss'
import { correctRefusals } from './wording'

interface Props {
  entry: LoggedEntry | null
  onClose: () => void
  onDone: (entry: LoggedEntry, input: CorrectionInput) => void
}

export function CorrectionSheet({ entry, onClose, onDone }: Props) {
  const [kept, setKept] = useState<{ of: string; form: CorrectionForm } | null>(null)
  const [asked, setAsked] = useState(false)
  const one = useCorrections(({ pending }) => (entry ? pending[entry.id] : undefined))
  if (!entry) return <Sheet open={false} title="更正" onClose={onClose}>{null}</Sheet>

  // Another version of the entry is another form: what was typed belongs to the one that was seen.
  const of = `${entry.id} ${entry.rev}`
  const form = kept?.of === of ? kept.form : formOf(entry)
  const undecided = isUndecided(one) ? one : null
  const correction = undecided ? undecided.input : correctionOf(entry, form, { recordId: '', at: '', offsetMs: 0 })
  const missing = 'missing' in correction ? correction.missing : null
  const what = changedBy(form.reason)

  const forget = () => { if (one && !undecided) dropCorrection(entry.id) }
  const change = (part: Partial<CorrectionForm>) => { setAsked(false); forget(); setKept({ of, form: { ...form, ...part } }) }
  const changeEntry = (part: Partial<CorrectionForm['entry']>) => change({ entry: { ...form.entry, ...part } })
  const close = () => { setAsked(false); forget(); setKept(null); onClose() }

  async function send(shown: LoggedEntry) {
    const input = undecided ? undecided.input : correctionOf(shown, form, newRecord())
    if ('missing' in input) return setAsked(true)
    const done = undecided ? sendCorrectionAgain(shown.id) : correctEntry(input)
    if (await done) { setKept(null); onDone(shown, input) }
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
          <MainButton busy={one?.failed === null && '正在记…'} onPress={() => void send(entry)}>{undecided?.failed ? '再试一次' : '记下更正'}</MainButton>
        </View>
      }
    >
      {one?.failed && <Notice tone="attention" {...(undecided ? { note: '再试不会改两次。' } : {})}>{wordsOf(one.failed, correctRefusals)}</Notice>}
      <View className={css.note}>原来：{correctedSentence(entry, entry)}</View>
      {!undecided && (
        <>
          <Heading as="label">为什么改</Heading>
          <Choices label="为什么改" items={reasons} chosen={form.reason} onChange={(reason) => change({ reason })} />
          {what === 'number' && <Quantity key={of} form={form.entry} indicator={entry.indicator} wrong={asked && form.reason !== null ? missing : null} onChange={changeEntry} />}
          {what === 'day' && <><Heading as="label">应该是哪一天</Heading><DayChoice chosen={form.entry.on} onChange={(on) => changeEntry({ on })} /></>}
          {what === 'withdrawn' && <View className={css.withdrawn}>这一笔会退出所有合计，原来的记录社区留着备查。</View>}
        </>
      )}
    </Sheet>
  )
}
