/** 换时段: a month, a quarter, a year by name, or from one day to another. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { daysOf, Period } from '#contract/totals/period'
import { MainButton } from '../../../components/main-button'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { today } from '../../../stores/calendar'
import type { ChosenCampaign } from '../../../stores/admin-scope'
import { MomentEntry } from '../event-new/moment-entry'
import { choicesOf, kindOf, periodTitle, type PeriodKind } from '../figures/periods'
import { CampaignChoices } from '../frame/campaign-choices'
import { Choice, MonthChoices } from '../frame/month-sheet'
import styles from './period-sheet.module.scss'
import { words } from './wording'

interface Props { open: boolean; period: string; campaignId: string | undefined; unitId: string | null; onChoose(period: string, campaign?: ChosenCampaign): void; onClose(): void }

export function PeriodSheet({ open, period, campaignId, unitId, onChoose, onClose }: Props) {
  const [kind, setKind] = useState<PeriodKind>(kindOf(period))
  const thisMonth = today().slice(0, 7)
  return (
    <Sheet title={words.otherPeriod} open={open} step={kind} onClose={onClose}>
      <View className={styles.kinds}><Segmented<PeriodKind> label={words.otherPeriod} items={words.kinds} chosen={kind} onChange={setKind} /></View>
      {kind === 'month' && <MonthChoices month={kindOf(period) === 'month' ? period : thisMonth} thisMonth={thisMonth} onChoose={onChoose} />}
      {(kind === 'quarter' || kind === 'year') && choicesOf(kind, thisMonth).map((one) => <Choice key={one} name={periodTitle(one)} chosen={one === period} onChoose={() => onChoose(one)} />)}
      {kind === 'days' && <DayChoices period={period} onChoose={onChoose} />}
      {kind === 'days' && unitId !== null && <CampaignChoices label={words.campaigns} unitId={unitId} campaignId={campaignId} onChoose={({ from, to }, campaign) => onChoose(`${from}_${to}`, campaign)} />}
    </Sheet>
  )
}

function DayChoices({ period, onChoose }: Pick<Props, 'period' | 'onChoose'>) {
  const [{ from, to }, setDays] = useState(() => daysOf(period))
  const chosen = v.safeParse(Period, `${from}_${to}`)
  return (
    <View className={styles.days}>
      <View className={styles.label}>{words.from}</View>
      <MomentEntry mode="date" label={words.from} value={from} onChange={(day) => setDays({ from: day, to: to < day ? day : to })} />
      <View className={styles.label}>{words.to}</View>
      <MomentEntry mode="date" label={words.to} value={to} onChange={(day) => setDays({ from, to: day })} />
      {!chosen.success && <View className={styles.wrong}>{chosen.issues[0].message}</View>}
      <View className={styles.go}><MainButton disabled={!chosen.success} onPress={() => chosen.success && onChoose(chosen.output)}>{words.look}</MainButton></View>
    </View>
  )
}
