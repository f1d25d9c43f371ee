import { monthChecks } from '../../contract/totals/checks'
import { figureFacts } from '../../contract/totals/facts'
import { monthTotals } from '../../contract/totals/month'
import { bind, serve } from '../_shared/serve'
import { handleMonthChecks } from './checks'
import { handleFigureFacts } from './facts'
import { keep } from './keep'
import { handleMonthTotals } from './month'

export const main = serve('totals', [bind(monthTotals, handleMonthTotals), bind(figureFacts, handleFigureFacts), bind(monthChecks, handleMonthChecks)], keep)
