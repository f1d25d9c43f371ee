/** How a report says its time: 2017年9月, 本月; 2017年9月1日至25日, 期间. Pure. */

export interface Days { from: string; to: string }
export interface ScopeWords { when: string; during: string; whole: string }

export function wordsOfScope({ month, days }: { month: string; days: Days | null }): ScopeWords {
  if (days === null) return { when: monthZh(month), during: '本月', whole: '全月' }
  return { when: daysZh(days), during: '期间', whole: '期间' }
}

/** 2017年9月 */
export function monthZh(month: string): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`
}

/** 2017年9月1日至25日 */
export function daysZh({ from, to }: Days): string {
  const day = (on: string) => `${Number(on.slice(8, 10))}日`
  const whole = (on: string) => `${monthZh(on)}${day(on)}`
  if (from === to) return whole(from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${whole(from)}至${day(to)}`
  return `${whole(from)}至${from.slice(0, 4) === to.slice(0, 4) ? whole(to).replace(/^\d+年/, '') : whole(to)}`
}
