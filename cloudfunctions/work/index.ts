import { correctWork } from '../../contract/work/correct'
import { importFigure, listImported } from '../../contract/work/imported'
import { listWork } from '../../contract/work/list'
import { logWork } from '../../contract/work/log'
import { ownMonths } from '../../contract/work/own-months'
import { quietMonth } from '../../contract/work/quiet-month'
import { workVersions } from '../../contract/work/versions'
import { bind, serve } from '../_shared/serve'
import { handleCorrect } from './correct'
import { handleImportFigure } from './import-figure'
import { handleImported } from './imported'
import { handleList } from './list'
import { handleLog } from './log'
import { handleOwnMonths } from './own-months'
import { handleQuietMonth } from './quiet-month'
import { handleVersions } from './versions'

export const main = serve('work', [
  bind(logWork, handleLog),
  bind(listWork, handleList),
  bind(correctWork, handleCorrect),
  bind(workVersions, handleVersions),
  bind(ownMonths, handleOwnMonths),
  bind(quietMonth, handleQuietMonth),
  bind(listImported, handleImported),
  bind(importFigure, handleImportFigure),
])
