import { invalidParam, type CloudFailure } from './failure'

/**
 * What the packages behind wx-server-sdk could send and this cloud refuses. One that is neither here nor known is remembered as
 * strange: the contract suite ends red.
 */
export const REFUSED: Readonly<Record<string, string>> = {
  'database.modifyAndReturnDoc': 'wx-server-sdk does not offer updateAndReturn',
  'database.getInTransaction': 'transactions of an older SDK',
  'database.updateDocInTransaction': 'transactions of an older SDK',
  'database.deleteDocInTransaction': 'transactions of an older SDK',
  'storage.getFileAuthority': 'wx-server-sdk does not offer it',
  'storage.batchCopyFile': 'wx-server-sdk does not offer it',
  'wx.api': 'an openapi of an older SDK',
  'wx.wxPayApi': 'nothing is paid in Linli',
  'wx.wxCallContainerApi': 'there are no containers',
  'auth.getUserInfoForAdmin': 'people of WeChat are known by openid only',
  'auth.wsWebSign': 'watching a query is for clients',
  'analytics.report': 'wx-server-sdk does not offer it',
  PushNotifyMsg: 'wx-server-sdk does not offer it',
}

export function refusal(action: string, strange: string[]): CloudFailure {
  const name = action.slice(0, 100)
  if (Object.hasOwn(REFUSED, action)) return invalidParam(`refused action ${name}: ${REFUSED[action]}`)
  if (strange.length < 100) strange.push(name)
  return invalidParam(`unknown action ${name}`)
}
