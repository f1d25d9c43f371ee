/** In a browser there is no map without asking somebody else's server: the place's name is copied, to be looked up where one likes. */
import Taro from '@tarojs/taro'
import type { Place } from './place'

export const placeAct = (_place: Place): string | null => '复制地点'

/** What to say once it is done; null: it shows itself. */
export async function showPlace({ name, note }: Place): Promise<string | null> {
  try {
    await Taro.setClipboardData({ data: note ? `${name}，${note}` : name })
    return '地点复制好了'
  } catch {
    return '没有复制成，请长按地点的字来复制'
  }
}
