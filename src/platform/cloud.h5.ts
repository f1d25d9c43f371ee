/** In a browser there is no cloud of WeChat's; the laptop's emulator puts one beside the page before the app starts. */
interface LaptopCloud {
  callFunction(asked: { name: string; data: object }): Promise<{ result: unknown }>
  uploadFile(file: { cloudPath: string; filePath: string }): Promise<{ fileID: string }>
}

function cloud(): LaptopCloud {
  const { linliCloud } = globalThis as { linliCloud?: LaptopCloud }
  if (!linliCloud) throw new Error('没有找到这台电脑上的社区数据，请先用 npm start 打开邻里，再从打开的那个网址进来。')
  return linliCloud
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
