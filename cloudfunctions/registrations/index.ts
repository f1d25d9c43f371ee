import { cancelRegistration } from '../../contract/registrations/cancel'
import { myRegistrations } from '../../contract/registrations/mine'
import { register } from '../../contract/registrations/register'
import { revealPhone } from '../../contract/registrations/reveal-phone'
import { bind, serve } from '../_shared/serve'
import { handleCancelRegistration } from './cancel'
import { handleMine } from './mine'
import { handleRegister } from './register'
import { handleRevealPhone } from './reveal-phone'
import { sweep } from './sweep'

export const main = serve('registrations', [
  bind(register, handleRegister),
  bind(cancelRegistration, handleCancelRegistration),
  bind(myRegistrations, handleMine),
  bind(revealPhone, handleRevealPhone),
], sweep)
