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

/** Everything that lies on this device, but for these. */
export function emptyAllBut(kept: readonly string[]): void {
  try {
    const contents = kept.map((name): [string, unknown] => [name, takeOut(name)])
    Taro.clearStorageSync()
    for (const [name, content] of contents) if (content !== '' && content !== null && content !== undefined) putAway(name, content)
  } catch { /* a forbidden drawer holds nothing */ }
}
