/** Pure. */

/** People from 1 to `max`, or words for what is wrong with what was typed. */
export function peopleOf(text: string, max: number): number | { wrong: string } {
  const typed = text.trim()
  if (typed === '') return { wrong: '填上几个人' }
  if (/^[-−－]/.test(typed)) return { wrong: '人数不会是负的' }
  if (!/^\d+$/.test(typed)) return { wrong: '只填整数' }
  const people = Number(typed)
  return people < 1 ? { wrong: '最少 1 人' } : people > max ? { wrong: `最多 ${max} 人，请核对` } : people
}
