import { monthChecks } from '../../contract/totals/checks'
import { figureFacts } from '../../contract/totals/facts'
import { monthTotals } from '../../contract/totals/month'
import { periodTotals } from '../../contract/totals/of-period'
import { adminToday } from '../../contract/totals/today'
import { bind, serve } from '../_shared/serve'
import { handleMonthChecks } from './checks'
import { handleFigureFacts } from './facts'
import { keep } from './keep'
import { handleMonthTotals } from './month'
import { handlePeriodTotals } from './of-period'
import { handleToday } from './today'

export const main = serve('totals', [bind(monthTotals, handleMonthTotals), bind(figureFacts, handleFigureFacts), bind(periodTotals, handlePeriodTotals), bind(monthChecks, handleMonthChecks), bind(adminToday, handleToday)], keep)
