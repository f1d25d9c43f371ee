import { draftReport } from '../../contract/reports/draft'
import { bind, serve } from '../_shared/serve'
import { handleDraftReport } from './draft'

export const main = serve('reports', [bind(draftReport, handleDraftReport)])
