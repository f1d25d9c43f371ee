/** Files on WeChat: fetched ones are shown in its own viewer, which has the menu to forward them; chosen ones come out of a chat. */
import Taro from '@tarojs/taro'
import { beforePrivate } from './privacy'
import type { ChosenFile } from './chosen-file'

export async function openFile(url: string, name: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  const { statusCode } = await Taro.downloadFile({ url, filePath })
  if (statusCode !== 200) throw new Error(`the file was answered with ${statusCode}`)
  await Taro.openDocument({ filePath, fileType: typeOf(name), showMenu: true })
}

const typeOf = (name: string): 'xlsx' | 'pdf' | 'docx' => (name.endsWith('.xlsx') ? 'xlsx' : name.endsWith('.pdf') ? 'pdf' : 'docx')

/** Where files lie that were made for this moment; emptied again by `dropMade`. */
const made = () => `${Taro.env.USER_DATA_PATH ?? ''}/made`

/** `base64`: the bytes of a .docx or an .xlsx, shown in WeChat's viewer with the menu to forward or print it. */
export async function openMade(name: string, base64: string): Promise<void> {
  const files = Taro.getFileSystemManager()
  await dropMade()
  // There already is a folder from the second time on.
  await new Promise<void>((resolve) => { files.mkdir({ dirPath: made(), recursive: true, complete: () => resolve() }) })
  const filePath = `${made()}/${name}`
  await new Promise<void>((resolve, reject) => { files.writeFile({ filePath, data: base64, encoding: 'base64', success: () => resolve(), fail: reject }) })
  await Taro.openDocument({ filePath, fileType: typeOf(name), showMenu: true })
}

/** What was shown and may name people does not stay on the phone. Never throws. */
export async function dropMade(): Promise<void> {
  const files = Taro.getFileSystemManager()
  const names = await new Promise<string[]>((resolve) => { files.readdir({ dirPath: made(), success: (found) => resolve(found.files), fail: () => resolve([]) }) })
  await Promise.all(names.map((name) => new Promise<void>((resolve) => { files.unlink({ filePath: `${made()}/${name}`, complete: () => resolve() }) })))
}

/** Null: the person thought better of it. */
export async function chooseFile(extensions: readonly string[]): Promise<ChosenFile | null> {
  if (!(await beforePrivate('file'))) return null
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...extensions] })
    const [chosen] = tempFiles
    return chosen ? { path: chosen.path, name: chosen.name, bytes: chosen.size } : null
  } catch (error) {
    if (/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) return null
    throw error
  }
}
