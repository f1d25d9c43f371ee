/** 按日期写: a report of some days, which closes nothing. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Days } from '#contract/reports/scope'
import { MainButton } from '../../../components/main-button'
import { PlainButton } from '../../../components/plain-button'
import { Sheet } from '../../../components/sheet'
import { today } from '../../../stores/calendar'
import { MomentEntry } from '../event-new/moment-entry'
import css from './way-up.module.scss'
import { words } from './wording'

interface Props { open: boolean; month: string; days: Days | null; onChoose(days: Days | null): void; onClose(): void }

export function DaysSheet({ open, month, days, onChoose, onClose }: Props) {
  const usual = (): Days => ({ from: `${month}-01`, to: today().slice(0, 7) === month ? today() : `${month}-25` })
  const [typed, setTyped] = useState<Days>(days ?? usual())
  useEffect(() => { if (open) setTyped(days ?? usual()) }, [open])
  const isWrong = typed.from > typed.to
  return (
    <Sheet open={open} title={words.daysTitle} onClose={onClose} foot={<MainButton disabled={isWrong} onPress={() => onChoose(typed)}>{words.daysWrite}</MainButton>}>
      <View className={css.note}>{words.daysNote}</View>
      <View className={css.day}><View className={css.name}>{words.daysFrom}</View><MomentEntry mode="date" label={words.daysFrom} value={typed.from} onChange={(from) => setTyped({ ...typed, from })} /></View>
      <View className={css.day}><View className={css.name}>{words.daysTo}</View><MomentEntry mode="date" label={words.daysTo} value={typed.to} onChange={(to) => setTyped({ ...typed, to })} /></View>
      {isWrong && <View className={css.note}>{words.daysWrong}</View>}
      {days !== null && <PlainButton onPress={() => onChoose(null)}>{words.daysOff}</PlainButton>}
    </Sheet>
  )
}
