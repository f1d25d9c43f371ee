import { chooseCommunity } from '../../contract/people/choose-community'
import { whoAmI } from '../../contract/people/who-am-i'
import { bind, serve } from '../_shared/serve'
import { handleChooseCommunity } from './choose-community'
import { forget } from './forget'
import { handleWhoAmI } from './who-am-i'

export const main = serve('people', [
  bind(whoAmI, handleWhoAmI),
  bind(chooseCommunity, handleChooseCommunity),
], forget)
