/** WeChat asks whether it may send one message of each template. Only while a tap is being handled; whatever is answered, nobody waits for it. Never throws. */
import Taro from '@tarojs/taro'

export function requestConsent(templateIds: readonly string[]): void {
  try {
    Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] }).catch(() => undefined)
  } catch {
    // A client too old to ask: it all stands in the app.
  }
}
