/** The entry that stands out, corrected on the spot: another number with its reason, or it never was. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Finding } from '#contract/totals/checks'
import { correctionReasons } from '#contract/work/correct'
import { indicatorOf } from '#contract/work/indicators'
import { Choices } from '../../../components/choices'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { correctEntry, useEntriesOfDay } from '../../../stores/checks'
import { wordsOf } from '../../../stores/failure-words'
import { dayWords } from '../figures/months'
import { typedNumber } from '../imported/periods'
import css from './index.module.scss'
import { correctRefusals, words } from './wording'

interface Props { of: Finding | null; onClose(): void; onDone(): void }

export function CorrectSheet({ of, onClose, onDone }: Props) {
  const { value, loading, load } = useEntriesOfDay()
  const [number, setNumber] = useState('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const entry = value?.entries.find(({ id }) => id === of?.entry?.id) ?? null
  const what = entry && indicatorOf(entry.indicator)
  useEffect(() => {
    setNumber(''); setReason(''); setWrong(null)
    if (of?.entry) void load({ unitId: of.unit.id, from: of.entry.on, to: of.entry.on })
  }, [of?.entry?.id])

  const send = async (withdrawn: boolean) => {
    if (!entry || !what) return
    const typed = typedNumber(number)
    const quantity = withdrawn ? entry.quantity : typed === null || (!what.money && typed % 100 !== 0) ? null : what.money ? typed : typed / 100
    if (!withdrawn && (quantity === null || quantity === 0)) return setWrong(words.numberWrong)
    if (reason.trim() === '') return setWrong(words.reasonMissing)
    setBusy(true)
    const answer = await correctEntry(entry, { quantity, softness: entry.softness === 'thousand' ? 'exact' : entry.softness, withdrawn, reason: reason.trim() })
    setBusy(false)
    if (!answer.ok) return setWrong(wordsOf(answer, correctRefusals))
    onDone()
  }
  return (
    <Sheet open={of !== null} title={words.sheetTitle} onClose={onClose} foot={entry && <MainButton busy={busy && words.saving} onPress={() => void send(false)}>{words.save}</MainButton>}>
      {of?.entry && <View className={css.where}>{dayWords(of.entry.on)}，{of.unit.name}，{of.zh}</View>}
      {entry === null && <View className={css.says}>{loading ? words.loading : words.notThere}</View>}
      {entry && what && (
        <View>
          <TextField label={words.number(what.unit)} value={number} keys={what.money ? 'decimal' : 'number'} maxLength={13} onChange={(typed) => { setNumber(typed); setWrong(null) }} />
          <Heading as="label">{words.reason}</Heading>
          <Choices label={words.reason} items={correctionReasons.map((text) => ({ key: text, text }))} chosen={correctionReasons.find((text) => text === reason) ?? null} onChange={(text) => { setReason(text); setWrong(null) }} />
          {!what.bare && <TextField label={words.otherReason} value={(correctionReasons as readonly string[]).includes(reason) ? '' : reason} maxLength={100} onChange={(text) => { setReason(text); setWrong(null) }} />}
          {wrong !== null && <View className={css.trouble}><Notice tone="attention">{wrong}</Notice></View>}
          <TextLink onPress={() => void send(true)}>{words.withdraw}</TextLink>
        </View>
      )}
    </Sheet>
  )
}
