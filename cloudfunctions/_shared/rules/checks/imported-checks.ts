/** 引用数 among themselves and beside records. Pure. */
import { eventKindNames } from '../../../../contract/events/kinds'
import { attendancesName, attendeesName } from '../figure-catalogue'
import type { ImportedLine } from '../imported/imported-figures'
import { atLeast, atMost } from './bounds'

export interface TooManyPeople { line: ImportedLine; value: number; against: number }

const saidOf = ({ hundredths, softness }: ImportedLine) => ({ quantity: hundredths / 100, softness })

/** 人次 ≥ 人数, of one unit, period and kind. */
export function morePeopleThanAttendances(lines: readonly ImportedLine[]): TooManyPeople[] {
  return eventKindNames.flatMap((kind) => lines.filter(({ indicator }) => indicator === attendeesName(kind)).flatMap((line) => {
    const attendances = lines.find((other) => other.indicator === attendancesName(kind) && other.unitId === line.unitId && other.period === line.period)
    if (!attendances || atLeast(saidOf(line)) <= atMost(saidOf(attendances))) return []
    return [{ line, value: line.hundredths / 100, against: attendances.hundredths / 100 }]
  }))
}

/** Those about which nobody has said whether the records are the same things. `isRecorded`: does anything of the name stand for the unit and below? */
export function unasked(lines: readonly ImportedLine[], isRecorded: (line: ImportedLine) => boolean): ImportedLine[] {
  return lines.filter((line) => line.overlap === null && isRecorded(line))
}
