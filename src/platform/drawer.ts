/** What this device remembers, small and by name. A full or forbidden drawer forgets and breaks nothing. */
import Taro from '@tarojs/taro'

export function takeOut(name: string): unknown {
  try {
    return Taro.getStorageSync(name) as unknown
  } catch {
    return undefined
  }
}

export function putAway(name: string, content: unknown): void {
  try {
    Taro.setStorageSync(name, content)
  } catch { /* next time it is typed again */ }
}

export function empty(name: string): void {
  try {
    Taro.removeStorageSync(name)
  } catch { /* there was none */ }
}
