/**
 * What must outlive a run of the app, each thing under its own name, so that one write is one thing and a run that breaks off loses nothing else.
 * Unlike the drawer (drawer.ts) it says when there is no room.
 */
import Taro from '@tarojs/taro'

export interface Shelf {
  /** Names that begin so, in no order. */
  names(prefix: string): string[]
  read(name: string): unknown
  /** On return it lies on the device. false: there was no room, and what lay there lies there still. */
  write(name: string, content: unknown): boolean
  remove(name: string): void
  /** Share of the app's storage in use, 0 … 1; null: this device does not say. */
  used(): number | null
}

export const shelf: Shelf = {
  names: (prefix) => Taro.getStorageInfoSync().keys.filter((name) => name.startsWith(prefix)),
  read: (name) => Taro.getStorageSync(name) as unknown,
  write: (name, content) => {
    try {
      Taro.setStorageSync(name, content)
      return true
    } catch {
      return false
    }
  },
  remove: (name) => Taro.removeStorageSync(name),
  used: () => {
    const { currentSize, limitSize } = Taro.getStorageInfoSync()
    return limitSize > 0 ? currentSize / limitSize : null
  },
}
