/** When it is worth trying again: the network came back, or the app is looked at again. */
import Taro from '@tarojs/taro'

export function onWake(wake: () => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => { if (isConnected) wake() })
  Taro.onAppShow(wake)
}
