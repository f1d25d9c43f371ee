/** The network that there is now. */
import Taro from '@tarojs/taro'

/** Does sending cost nothing here? */
export async function isOnWifi(): Promise<boolean> {
  const { networkType } = await Taro.getNetworkType().catch(() => ({ networkType: 'unknown' }))
  return networkType === 'wifi'
}
