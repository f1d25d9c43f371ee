/** 标准, 长辈版 or 特大, remembered on the device. A page draws itself anew as soon as it is chosen. */
import Taro from '@tarojs/taro'
import { create } from 'zustand'

export type TypeSize = 'standard' | 'elder' | 'largest'

export const typeSizeNames: Record<TypeSize, string> = { standard: '标准', elder: '长辈版', largest: '特大' }

const drawer = 'type-size'

const isTypeSize = (stored: unknown): stored is TypeSize => typeof stored === 'string' && stored in typeSizeNames

/** Until somebody chooses here, what they chose in WeChat. */
function remembered(): TypeSize {
  const stored: unknown = Taro.getStorageSync(drawer)
  return isTypeSize(stored) ? stored : sizeAskedOfWechat(wechatFontStep())
}

/** 1 is WeChat's own middle; 1 as well where there is none: a browser, an old WeChat. */
function wechatFontStep(): number {
  try {
    const { fontSizeScaleFactor } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: unknown }
    return typeof fontSizeScaleFactor === 'number' ? fontSizeScaleFactor : 1
  } catch {
    return 1
  }
}

const body = { standard: 17, elder: 22, largest: 30 } as const satisfies Record<TypeSize, number>

/** 17 px times WeChat's step, in the smallest of our sizes that is no smaller (a twentieth aside), so that the layout fits the letters; 特大 at most. */
export function sizeAskedOfWechat(step: number): TypeSize {
  const asked = body.standard * step * 0.95
  if (asked <= body.standard) return 'standard'
  return asked <= body.elder ? 'elder' : 'largest'
}

interface Choice {
  size: TypeSize
  choose(size: TypeSize): void
}

export const useTypeSize = create<Choice>()((set) => ({
  size: remembered(),
  choose: (size) => {
    set({ size })
    Taro.setStorageSync(drawer, size)
  },
}))

/** The layout changes with large type (the leaf above its card, fewer columns), not only the size. */
export const useIsLargeType = (): boolean => useTypeSize(({ size }) => size !== 'standard')

const classOfSize: Record<TypeSize, string> = { standard: 'linli', elder: 'linli elder', largest: 'linli elder largest' }

/** The class of a page's root; everything that reads a `--linli-…` variable must stand inside it. */
export const useThemeClass = (): string => useTypeSize(({ size }) => classOfSize[size])
