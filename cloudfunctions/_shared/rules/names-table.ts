/** 名单 as a table: a heading and a row a party. Words stay words: what somebody typed is never a formula, whatever it begins with. Pure. */
export interface NameLine {
  callName: string
  building: string
  /** Masked. */
  phone: string
  partySize: number
  children: number
  sessions: string
  waits: boolean
  registeredAt: string
  answers: readonly (string | number)[]
}

const columns = [['序号', 6], ['称呼', 14], ['楼号', 12], ['电话', 15], ['人数', 6], ['其中孩子', 10], ['哪一场', 16], ['报名', 8], ['报名时间', 18]] as const

/** Numbers are numbers, so that they can be summed up; '' is an empty cell. `widths` in characters. */
export function namesTable(questions: readonly string[], lines: readonly NameLine[]): { rows: (string | number)[][]; widths: number[] } {
  const heading = [...columns.map(([name]) => name), ...questions, '签名']
  const rows = lines.map((one, i) => [
    i + 1, one.callName, one.building, one.phone, one.partySize, one.children === 0 ? '' : one.children, one.sessions, one.waits ? '候补' : '已报名', one.registeredAt, ...one.answers, '',
  ])
  return { rows: [heading, ...rows], widths: [...columns.map(([, width]) => width), ...questions.map(() => 18), 12] }
}

/** `12月4日`. */
export function sessionDayWords(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}
