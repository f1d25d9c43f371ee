/** `month-marks/<root>:<month>`: whether the kept totals of a tree's month have to be counted again. `asked` as in session-rooms.ts. */
import { command } from '../cloud'
import { collection } from './collection'

export interface MonthMarkRecord { _id: string; root: string; month: string; asked: number; open: boolean }

const marks = collection<MonthMarkRecord>('month-marks')

export interface RootMonth { root: string; month: string }

export async function askMonths(wanted: readonly RootMonth[]): Promise<void> {
  for (const { root, month } of new Map(wanted.map((one) => [`${one.root}:${one.month}`, one])).values()) {
    const _id = `${root}:${month}`
    const ask = () => marks.update({ _id }, { asked: command.inc(1), open: true })
    if ((await ask()) === 0 && !(await marks.addOnce({ _id, root, month, asked: 1, open: true })).added) await ask()
  }
}

/** The latest month first: that is the one that people look at. */
export function openMonths(most: number): Promise<MonthMarkRecord[]> {
  return marks.list({ open: true }, { orderBy: [['month', 'desc']], limit: most })
}

/** Unless it was asked for again since it was read. */
export async function closeMonth({ _id, asked }: MonthMarkRecord): Promise<void> {
  await marks.update({ _id, asked }, { open: false })
}
