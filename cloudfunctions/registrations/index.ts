import { answersToQuestions } from '../../contract/registrations/answers'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { changeParty } from '../../contract/registrations/change'
import { entryKey } from '../../contract/registrations/entry-key'
import { myRegistrations } from '../../contract/registrations/mine'
import { eventNames, namesFile } from '../../contract/registrations/names'
import { myPositions } from '../../contract/registrations/positions'
import { register } from '../../contract/registrations/register'
import { cancelFor, registerFor } from '../../contract/registrations/register-for'
import { revealPhone } from '../../contract/registrations/reveal-phone'
import { takeOffer } from '../../contract/registrations/take-offer'
import { undoCancel } from '../../contract/registrations/undo-cancel'
import { bind, serve } from '../_shared/serve'
import { handleAnswers } from './answers'
import { handleCancelRegistration } from './cancel'
import { handleChangeParty } from './change'
import { handleEntryKey } from './entry-key'
import { handleMine } from './mine'
import { handleNames } from './names'
import { handleNamesFile } from './names-file'
import { handlePositions } from './positions'
import { handleRegister } from './register'
import { handleCancelFor, handleRegisterFor } from './register-for'
import { handleRevealPhone } from './reveal-phone'
import { sweep } from './sweep'
import { handleTakeOffer } from './take-offer'
import { handleUndoCancel } from './undo-cancel'

export const main = serve('registrations', [
  bind(register, handleRegister),
  bind(registerFor, handleRegisterFor),
  bind(cancelFor, handleCancelFor),
  bind(eventNames, handleNames),
  bind(namesFile, handleNamesFile),
  bind(changeParty, handleChangeParty),
  bind(cancelRegistration, handleCancelRegistration),
  bind(undoCancel, handleUndoCancel),
  bind(takeOffer, handleTakeOffer),
  bind(myRegistrations, handleMine),
  bind(myPositions, handlePositions),
  bind(entryKey, handleEntryKey),
  bind(revealPhone, handleRevealPhone),
  bind(answersToQuestions, handleAnswers),
], sweep)
