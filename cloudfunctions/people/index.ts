import { addFace, myFaces } from '../../contract/people/add-face'
import { callMe } from '../../contract/people/call-me'
import { chooseCommunity } from '../../contract/people/choose-community'
import { whoAmI } from '../../contract/people/who-am-i'
import { bind, serve } from '../_shared/serve'
import { handleAddFace, handleMyFaces } from './add-face'
import { handleCallMe } from './call-me'
import { handleChooseCommunity } from './choose-community'
import { forget } from './forget'
import { handleWhoAmI } from './who-am-i'

export const main = serve('people', [
  bind(whoAmI, handleWhoAmI),
  bind(chooseCommunity, handleChooseCommunity),
  bind(callMe, handleCallMe),
  bind(addFace, handleAddFace),
  bind(myFaces, handleMyFaces),
], forget)
