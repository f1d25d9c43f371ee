import type { draftReport } from '../../contract/reports/draft'
import type { Handler } from '../_shared/serve'
import { reportNow } from './report-now'

export const handleDraftReport: Handler<typeof draftReport> = async (input, scene) =>
  (await reportNow('reports/draft', input, scene)) ?? scene.refuse('unit-not-found')
