/** Fetches a Word file and shows it; WeChat's own viewer has the menu to forward it to a chat or a computer. */
import Taro from '@tarojs/taro'

export async function openWordFile(url: string, name: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  const { statusCode } = await Taro.downloadFile({ url, filePath })
  if (statusCode !== 200) throw new Error(`the file was answered with ${statusCode}`)
  await Taro.openDocument({ filePath, fileType: 'docx', showMenu: true })
}
