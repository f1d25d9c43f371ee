import type { Told } from '#contract/reports/correction'
import { correctionWords as words } from './corrections-wording'
import { printWithUnit } from './figure-print'

/** 无: not among the facts; 未计数: there, and without a number. */
export function printTold(told: Told | null, unit: string, money?: boolean): string {
  if (told === null) return words.none
  return told.value === null ? words.uncounted : printWithUnit({ value: told.value, softness: told.softness }, unit, money)
}
