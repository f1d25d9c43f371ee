/** A place picked on WeChat's own map, for an event: what is picked is kept, and never where the person is. */
import Taro from '@tarojs/taro'
import { beforePrivate } from './privacy'

export interface ChosenPlace { name: string; point: { latitude: number; longitude: number } }

/** What the button is called; null: here is no map to choose on. */
export const choosePlaceAct: string | null = '在地图上选'

/** null: the person thought better of it. */
export async function choosePlace(): Promise<ChosenPlace | null> {
  if (!(await beforePrivate('place'))) return null
  try {
    const { name, latitude, longitude } = await Taro.chooseLocation({})
    return { name, point: { latitude: Number(latitude), longitude: Number(longitude) } }
  } catch (error) {
    if (/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) return null
    throw error
  }
}
