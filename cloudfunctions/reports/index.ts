import { approveReport } from '../../contract/reports/approve'
import { draftReport } from '../../contract/reports/draft'
import { sendBackReport } from '../../contract/reports/send-back'
import { signInSheet } from '../../contract/reports/sign-in-sheet'
import { reportStanding } from '../../contract/reports/standing'
import { submitReport } from '../../contract/reports/submit'
import { wordReport } from '../../contract/reports/word'
import { bind, serve } from '../_shared/serve'
import { handleApproveReport } from './approve'
import { handleDraftReport } from './draft'
import { handleSendBackReport } from './send-back'
import { handleSignInSheet } from './sign-in-sheet'
import { handleReportStanding } from './standing'
import { handleSubmitReport } from './submit'
import { sweep } from './sweep'
import { handleWordReport } from './word'

export const main = serve('reports', [
  bind(draftReport, handleDraftReport), bind(wordReport, handleWordReport), bind(signInSheet, handleSignInSheet), bind(reportStanding, handleReportStanding),
  bind(submitReport, handleSubmitReport), bind(approveReport, handleApproveReport), bind(sendBackReport, handleSendBackReport),
], sweep)
