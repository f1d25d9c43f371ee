import { correctWork } from '../../contract/work/correct'
import { listWork } from '../../contract/work/list'
import { logWork } from '../../contract/work/log'
import { bind, serve } from '../_shared/serve'
import { handleCorrect } from './correct'
import { handleList } from './list'
import { handleLog } from './log'

export const main = serve('work', [bind(logWork, handleLog), bind(listWork, handleList), bind(correctWork, handleCorrect)])
