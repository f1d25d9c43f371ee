/** WeChat's own map: it shows the place and leads there. Nothing asks where the person is. */
import Taro from '@tarojs/taro'
import type { Place } from './place'

/** What the link is called; null: nobody said where the place lies. */
export const placeAct = ({ point }: Place): string | null => (point ? '地图' : null)

/** What to say once it is done; null: it shows itself. */
export async function showPlace({ name, note, point }: Place): Promise<string | null> {
  if (!point) return null
  try {
    await Taro.openLocation({ ...point, name, address: note ?? name, scale: 17 })
    return null
  } catch {
    return '地图没打开，请再点一次'
  }
}
