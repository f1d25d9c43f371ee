import Taro from '@tarojs/taro'

export const eventsUrl = '/pages/resident/events/index'

export const searchUrl = '/pages/resident-more/search/index'

export function openEvent(eventId: string): void {
  void Taro.navigateTo({ url: `/pages/resident/event/index?id=${eventId}` })
}
