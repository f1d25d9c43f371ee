import { approveReport } from '../../contract/reports/approve'
import { draftReport } from '../../contract/reports/draft'
import { excelReport } from '../../contract/reports/excel'
import { sendBackReport } from '../../contract/reports/send-back'
import { signInSheet } from '../../contract/reports/sign-in-sheet'
import { reportStanding } from '../../contract/reports/standing'
import { submitReport } from '../../contract/reports/submit'
import { reportTemplate, saveTemplate } from '../../contract/reports/template'
import { beginText, readText, restoreText, saveText, textVersions } from '../../contract/reports/text'
import { wordReport } from '../../contract/reports/word'
import { bind, serve } from '../_shared/serve'
import { handleApproveReport } from './approve'
import { handleDraftReport } from './draft'
import { handleExcelReport } from './excel'
import { handleSendBackReport } from './send-back'
import { handleSignInSheet } from './sign-in-sheet'
import { handleReportStanding } from './standing'
import { handleSubmitReport } from './submit'
import { sweep } from './sweep'
import { handleSaveTemplate } from './template/save'
import { handleReportTemplate } from './template/template'
import { handleBeginText } from './text/begin'
import { handleReadText } from './text/read'
import { handleRestoreText } from './text/restore'
import { handleSaveText } from './text/save'
import { handleTextVersions } from './text/versions'
import { handleWordReport } from './word'

export const main = serve('reports', [
  bind(draftReport, handleDraftReport), bind(wordReport, handleWordReport), bind(excelReport, handleExcelReport), bind(signInSheet, handleSignInSheet), bind(reportStanding, handleReportStanding),
  bind(submitReport, handleSubmitReport), bind(approveReport, handleApproveReport), bind(sendBackReport, handleSendBackReport),
  bind(beginText, handleBeginText), bind(readText, handleReadText), bind(saveText, handleSaveText), bind(textVersions, handleTextVersions), bind(restoreText, handleRestoreText),
  bind(reportTemplate, handleReportTemplate), bind(saveTemplate, handleSaveTemplate),
], sweep)
