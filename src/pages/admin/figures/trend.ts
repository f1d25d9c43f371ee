/** The last half year of a figure as bars: their heights against the highest, and what each says. Pure. */
import { monthNumber } from '../../../stores/calendar'
import { printAmount, type Amount } from './figure-print'

export interface Bar {
  month: string
  /** 6月. */
  title: string
  /** null: nothing was counted, and nothing is drawn. */
  print: string | null
  /** Of the highest, in percent; at least a line where something was counted. */
  height: number
  /** The month is not over. */
  open: boolean
}

/** Empty where fewer than two months have a number: one bar says nothing. `thisMonth`: the one that runs. */
export function barsOf(trend: readonly { month: string; amount: Amount | null }[], money: boolean, thisMonth: string): Bar[] {
  const highest = Math.max(...trend.map(({ amount }) => amount?.value ?? 0))
  if (trend.filter(({ amount }) => amount !== null).length < 2 || highest === 0) return []
  return trend.map(({ month, amount }) => ({
    month, title: `${monthNumber(month)}月`, print: amount && printAmount(amount, money), height: amount ? Math.max(4, Math.round((amount.value / highest) * 100)) : 0, open: month >= thisMonth,
  }))
}
