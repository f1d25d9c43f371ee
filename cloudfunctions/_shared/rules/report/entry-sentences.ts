/** Entered figures as a report tells them: 张贴标语12条; what has no number is named without one; and what was brought over beside any of them. Pure. */
import { indicatorNames, indicatorOf, type IndicatorName } from '../../../../contract/work/indicators'
import { broughtOver } from '../figures'
import { figureNamed, token, type Material } from './material'
import { joined, listed, unique, type Piece } from './sentence'
import { printImported } from './tokens'
import { importedToken } from '../../../../contract/reports/token'

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

/** More sources stand with the figures that were brought over. */
const sourcesNamedAtMost = 2

/** 标语9条（引自综治平台）、走访12人次（引自走访台账，纸质）. */
export function broughtOverSentence(material: Material): Piece {
  const lines = broughtOver(material)
  const told = material.figures.flatMap((figure): Piece[] => {
    const print = printImported(figure)
    if (print === null) return []
    const names = unique((lines.get(figure.name) ?? []).map(({ source }) => source.name))
    const from = names.length > sourcesNamedAtMost ? `${names.slice(0, sourcesNamedAtMost).join('、')}等` : listed(names)
    const isPaper = figure.imported?.kinds.every((kind) => kind === 'paper')
    // 座谈会参加20人次, not 参加人次20人次.
    const what = figure.zh.endsWith('人次') ? figure.zh.slice(0, -2) : figure.zh
    return [[what, { figure: importedToken(figure.name), print }, `（引自${from}${isPaper ? '，纸质' : ''}）`]]
  })
  return told.length === 0 ? null : joined(told, '、')
}

function namesIn(section: 'publicity' | 'work'): IndicatorName[] {
  return indicatorNames.filter((name) => indicatorOf(name).section === section)
}
