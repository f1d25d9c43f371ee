/** A photo for the group chat: WeChat's own sheet sends or keeps it, and the sentence is ready to be pasted. */
import Taro from '@tarojs/taro'

export const sharedWords = '那句话已经复制好，发完照片长按就能粘贴。'

/** `address`: where the picture can be fetched. false: it could not be. */
export async function sharePhoto(address: string, sentence: string, _name: string): Promise<boolean> {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url: address })
    if (statusCode !== 200) return false
    await Taro.setClipboardData({ data: sentence })
    // An entrance of the app in the picture is not given to every kind of mini-program; without it the sheet opens for all.
    await Taro.showShareImageMenu({ path: tempFilePath, needShowEntrance: false } as Taro.showShareImageMenu.Option).catch((error: unknown) => {
      if (!/cancel/.test((error as { errMsg?: string } | null)?.errMsg ?? '')) throw error
    })
    return true
  } catch {
    return false
  }
}
