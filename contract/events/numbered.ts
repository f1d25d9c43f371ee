/** How many a name says: 五个一 five, 十项行动 ten, 12件实事 twelve. null: it says none. Pure. */
const digits = '零一二三四五六七八九'

export function countIn(name: string): number | null {
  const found = /(\d{1,2}|十[一二三四五六七八九]?|[二三]十[一二三四五六七八九]?|[两一二三四五六七八九])\s*(?:个一|项|件|条|进|必|步|大|个)/u.exec(name.normalize('NFKC'))?.[1]
  if (found === undefined) return null
  if (/^\d+$/.test(found)) return Number(found)
  const [tens, ones] = found.includes('十') ? found.split('十') : ['', found]
  return (found.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens ?? '')) * 10 : 0) + (ones === '' ? 0 : ones === '两' ? 2 : digits.indexOf(ones ?? ''))
}
