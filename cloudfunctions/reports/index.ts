import { draftReport } from '../../contract/reports/draft'
import { signInSheet } from '../../contract/reports/sign-in-sheet'
import { wordReport } from '../../contract/reports/word'
import { bind, serve } from '../_shared/serve'
import { handleDraftReport } from './draft'
import { handleSignInSheet } from './sign-in-sheet'
import { sweep } from './sweep'
import { handleWordReport } from './word'

export const main = serve('reports', [bind(draftReport, handleDraftReport), bind(wordReport, handleWordReport), bind(signInSheet, handleSignInSheet)], sweep)
