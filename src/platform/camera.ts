/** Takes or picks one picture on WeChat and makes it small. Null: the person thought better of it. */
import Taro from '@tarojs/taro'
import { beforePrivate } from './privacy'
import { fitted, heaviest, type Photo } from './photo'

/** Whether a picture can be known to have been taken just now. */
export const canShoot = true

export async function choosePhoto(source: Photo['source']): Promise<Photo | null> {
  if (!(await beforePrivate(source === 'in-app' ? 'camera' : 'album'))) return null
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sourceType: [source === 'in-app' ? 'camera' : 'album'], sizeType: ['compressed'] })
    const [chosen] = tempFiles
    return chosen ? await lastingCopy(await lightened(chosen.tempFilePath, chosen.size), source) : null
  } catch (error) {
    if (/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) return null
    throw error
  }
}

interface Draft { path: string; bytes: number }

/** Three steps of quality; what is still heavier then is for the server to refuse in words. */
async function lightened(path: string, bytes: number): Promise<Draft> {
  const { width, height } = await Taro.getImageInfo({ src: path })
  const size = fitted(width, height)
  if (bytes <= heaviest && size.width === width) return { path, bytes }
  let draft: Draft = { path, bytes }
  for (const quality of [80, 60, 40]) {
    const { tempFilePath } = await Taro.compressImage({ src: path, quality, compressedWidth: size.width, compressedHeight: size.height })
    draft = { path: tempFilePath, bytes: await weightOf(tempFilePath) }
    if (draft.bytes <= heaviest) return draft
  }
  return draft
}

/** Temporary files live for one run of the app; what waits to be sent must outlive it. */
async function lastingCopy({ path, bytes }: Draft, source: Photo['source']): Promise<Photo> {
  const { savedFilePath } = await new Promise<{ savedFilePath: string }>((resolve, reject) => {
    Taro.getFileSystemManager().saveFile({ tempFilePath: path, success: ({ savedFilePath: kept }) => resolve({ savedFilePath: kept }), fail: reject })
  })
  return { path: savedFilePath, source, bytes }
}

function weightOf(filePath: string): Promise<number> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject })
  })
}
