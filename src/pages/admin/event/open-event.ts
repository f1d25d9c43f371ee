/** Ways to and from an event's own page. */
import Taro from '@tarojs/taro'
import { homeOf } from '../frame/rooms'

const url = (eventId: string) => `/pages/admin/event/index?id=${eventId}`

/** `instead`: nobody goes back to the form that has been sent. */
export function openEvent(eventId: string, how: 'further' | 'instead' = 'further'): void {
  void (how === 'further' ? Taro.navigateTo({ url: url(eventId) }) : Taro.redirectTo({ url: url(eventId) }))
}

export function toEvents(): void {
  void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.redirectTo({ url: homeOf.events }))
}
