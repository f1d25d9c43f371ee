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

/**
 * Everything that lies on this device, but for these; what `stays` names is not even lifted, so that nothing of it is lost where this breaks off.
 */
export function emptyAllBut(kept: readonly string[], stays: (name: string, content: unknown) => boolean): void {
  try {
    const names = Taro.getStorageInfoSync().keys
    if (names.some((name) => stays(name, takeOut(name)))) {
      for (const name of names) if (!kept.includes(name) && !stays(name, takeOut(name))) Taro.removeStorageSync(name)
      return
    }
    const contents = kept.map((name): [string, unknown] => [name, takeOut(name)])
    Taro.clearStorageSync()
    for (const [name, content] of contents) if (content !== '' && content !== null && content !== undefined) putAway(name, content)
  } catch { /* a forbidden drawer holds nothing */ }
}
