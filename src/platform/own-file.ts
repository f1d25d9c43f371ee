/** A text that was made here, handed to the person as a file: on WeChat sent to a chat of their own (文件传输助手). */
import Taro from '@tarojs/taro'

/** false: the person thought better of it. Throws where the phone cannot. */
export async function handOver(name: string, content: string): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  const files = Taro.getFileSystemManager()
  await new Promise<void>((resolve, reject) => { files.writeFile({ filePath, data: content, encoding: 'utf8', success: () => resolve(), fail: reject }) })
  try {
    await Taro.shareFileMessage({ filePath, fileName: name })
    return true
  } catch (error) {
    if (/cancel/.test((error as { errMsg?: string } | null)?.errMsg ?? '')) return false
    throw error
  } finally {
    // Nothing of it stays on the phone beside what was sent.
    files.unlink({ filePath, fail: () => undefined })
  }
}
