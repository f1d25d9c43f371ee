/** Entered figures as a report tells them: 张贴标语12条; what has no number is named without one. Pure. */
import { indicatorNames, indicatorOf, type IndicatorName } from '../../../../contract/work/indicators'
import { figureNamed, token, type Material } from './material'
import { joined, type Piece } from './sentence'

/** Where a new clause of work begins: visits; disputes; helping hands; donations; honours. */
const clauseBegins: readonly IndicatorName[] = ['disputes_found', 'people_placed_in_work', 'money_donated', 'people_commended']

/** Counted publicity: 张贴标语12条，悬挂横幅3幅. null when nothing was counted. */
export function countedSentence(material: Material, section: 'publicity' | 'work'): Piece {
  const clauses: Piece[][] = [[]]
  for (const name of namesIn(section)) {
    if (clauseBegins.includes(name)) clauses.push([])
    const run = token(material, name)
    if (!run) continue
    const hasMore = (figureNamed(material, name)?.uncounted ?? 0) > 0
    clauses[clauses.length - 1]?.push([indicatorOf(name).act, run, hasMore ? '（另有未计数的）' : null])
  }
  const said = clauses.filter((clause) => clause.length > 0).map((clause) => joined(clause, '，'))
  return said.length === 0 ? null : joined(said, '；')
}

/** 开设专栏、制作展板板报 without any number, because nobody counted. */
export function uncountedActs(material: Material, section: 'publicity' | 'work'): string[] {
  return namesIn(section).filter((name) => { const figure = figureNamed(material, name); return figure?.value === null && figure.uncounted > 0 }).map((name) => indicatorOf(name).act)
}

function namesIn(section: 'publicity' | 'work'): IndicatorName[] {
  return indicatorNames.filter((name) => indicatorOf(name).section === section)
}
