import { addFace, myFaces } from '../../contract/people/add-face'
import { callMe } from '../../contract/people/call-me'
import { card } from '../../contract/people/card'
import { chooseCommunity } from '../../contract/people/choose-community'
import { claimFace } from '../../contract/people/claim-face'
import { eraseMe } from '../../contract/people/erase'
import { myData } from '../../contract/people/my-data'
import { phoneFromWechat } from '../../contract/people/phone-from-wechat'
import { whoAmI } from '../../contract/people/who-am-i'
import { bind, serve } from '../_shared/serve'
import { handleAddFace, handleMyFaces } from './add-face'
import { handleCallMe } from './call-me'
import { handleCard } from './card'
import { handleChooseCommunity } from './choose-community'
import { handleClaimFace } from './claim-face'
import { handleErase } from './erase'
import { forget } from './forget'
import { handleMyData } from './my-data'
import { handlePhoneFromWechat } from './phone-from-wechat'
import { handleWhoAmI } from './who-am-i'

export const main = serve('people', [
  bind(whoAmI, handleWhoAmI),
  bind(chooseCommunity, handleChooseCommunity),
  bind(callMe, handleCallMe),
  bind(addFace, handleAddFace),
  bind(myFaces, handleMyFaces),
  bind(claimFace, handleClaimFace),
  bind(card, handleCard),
  bind(phoneFromWechat, handlePhoneFromWechat),
  bind(myData, handleMyData),
  bind(eraseMe, handleErase),
], forget)
