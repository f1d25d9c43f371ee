/** 更正: what came or changed after a month was closed, beside the figures that were approved and never among them. */
import type { Table } from 'docx'
import type { CorrectionLine, Corrections, CorrectionWhy, Told } from '../../../contract/reports/correction'
import { printNumber } from '../../_shared/rules/figure-print'
import { tableOf } from './tables'

export const whys: Record<CorrectionWhy, string> = { late: '办结后补记', 'taken-back': '办结后撤销', changed: '办结后改正', withdrawn: '办结后作废', 'other-day': '改到别的月或从别的月改来' }

export function correctionTable({ lines }: Corrections): Table {
  return tableOf<CorrectionLine>([
    { head: '日期', share: 11, align: 'center', cell: ({ on }) => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日` },
    { head: '单位', share: 16, cell: (line) => line.unitName },
    { head: '事项', share: 24, cell: (line) => line.title },
    { head: '原报', share: 12, align: 'right', cell: (line) => print(line.was, line) },
    { head: '现为', share: 12, align: 'right', cell: (line) => print(line.now, line) },
    { head: '说明', share: 0, cell: (line) => `${whys[line.why]}${line.reason === null ? '' : `：${line.reason}`}` },
  ], lines)
}

/** 无: not among the facts; 未计数: there, and without a number. */
function print(told: Told | null, { measure, money }: CorrectionLine): string {
  if (told === null) return '无'
  if (told.value === null) return '未计数'
  return `${printNumber({ value: told.value, softness: told.softness }, money)}${measure}`
}
