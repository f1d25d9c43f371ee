/** How a report says its time: 2017年9月, 本月; 2017年9月1日至25日, 期间; and by what its title calls it. Pure. */

export interface Days { from: string; to: string }
export interface ScopeWords { when: string; during: string; whole: string; /** In the title: the time, or the campaign. */ called: string }

export function wordsOfScope({ month, days, campaign }: { month: string; days: Days | null; campaign?: { name: string } | null }): ScopeWords {
  if (days === null) return { when: monthZh(month), during: '本月', whole: '全月', called: monthZh(month) }
  const when = daysZh(days)
  return { when, during: '期间', whole: '期间', called: campaign?.name ?? when }
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
