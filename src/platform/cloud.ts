/** The cloud as WeChat gives it. Throws what WeChat throws; the stores turn that into words. */
import Taro from '@tarojs/taro'

let ready = false

function cloud(): typeof Taro.cloud {
  if (!ready) {
    Taro.cloud.init({ traceUser: false })
    ready = true
  }
  return Taro.cloud
}

/** The answer of a cloud function, unread. */
export async function callFunction(name: string, data: object): Promise<unknown> {
  const { result } = await cloud().callFunction({ name, data })
  return result
}

/** The id under which storage keeps the file. */
export async function uploadFile(cloudPath: string, filePath: string): Promise<string> {
  const { fileID } = await cloud().uploadFile({ cloudPath, filePath })
  return fileID
}
