/** Photos that wait to be sent, as files that outlive a run of the app: on WeChat under its folder for this person's files, 200 MB for all of Linli. */
import Taro from '@tarojs/taro'
import { sha256 } from '@noble/hashes/sha2.js'
import { uploadFile } from './cloud'
import { hex } from './hex'

/** What WeChat gives a mini-program, in bytes. */
const allowed = 200_000_000
const manager = () => Taro.getFileSystemManager()
const root = () => Taro.env.USER_DATA_PATH ?? ''
const folder = () => `${root()}/photos`
const pathOf = (recordId: string) => `${folder()}/${recordId}.jpg`

/** An API of WeChat's files as a promise. */
function done<T>(work: (reply: { success: (value: T) => void; fail: (error: unknown) => void }) => void): Promise<T> {
  return new Promise((resolve, reject) => work({ success: resolve, fail: reject }))
}

export const photoFiles = {
  async names(): Promise<string[]> {
    const { files } = await done<{ files: string[] }>((reply) => manager().readdir({ dirPath: folder(), ...reply })).catch((failure: unknown) => {
      // No folder, no photo. A folder that cannot be read just now says nothing about them.
      if (isMissing(failure)) return { files: [] }
      throw failure
    })
    return files.filter((name) => name.endsWith('.jpg')).map((name) => name.slice(0, -'.jpg'.length))
  },
  async keep(recordId: string, from: string): Promise<void> {
    // It is there already, but for the first time.
    await done((reply) => manager().mkdir({ dirPath: folder(), recursive: true, ...reply })).catch(() => undefined)
    await done((reply) => manager().copyFile({ srcPath: from, destPath: pathOf(recordId), ...reply }))
  },
  async hashOf(recordId: string): Promise<string | null> {
    const read = await bytesOf(pathOf(recordId)).catch((failure: unknown) => {
      if (isMissing(failure)) return null
      throw failure
    })
    return read && hex(sha256(read))
  },
  async remove(recordId: string): Promise<void> {
    await done((reply) => manager().unlink({ filePath: pathOf(recordId), ...reply })).catch(() => undefined)
  },
}

function isMissing(failure: unknown): boolean {
  return /no such file or directory/i.test((failure as { errMsg?: string } | null)?.errMsg ?? '')
}

export async function bytesOf(filePath: string, position?: { position: number; length: number }): Promise<Uint8Array> {
  const { data } = await done<{ data: string | ArrayBuffer }>((reply) => manager().readFile({ filePath, ...position, ...reply }))
  return new Uint8Array(data as ArrayBuffer)
}

export function uploadPhoto(recordId: string, cloudPath: string): Promise<string> {
  return uploadFile(cloudPath, pathOf(recordId))
}

/** Where a picture of it can be seen. */
export function photoAddress(recordId: string): Promise<string> {
  return Promise.resolve(pathOf(recordId))
}

/** In bytes, for everything of Linli's on this device; null: it does not say. */
export async function roomLeft(): Promise<number | null> {
  const asked = await done<{ stats: unknown }>((reply) => manager().stat({ path: root(), recursive: true, ...reply })).catch(() => null)
  if (!asked) return null
  const all = Array.isArray(asked.stats) ? (asked.stats as { stats: { size: number } }[]).map(({ stats }) => stats.size) : Object.values(asked.stats as Record<string, { size: number }>).map(({ size }) => size)
  return Math.max(0, allowed - all.reduce((sum, size) => sum + (size || 0), 0))
}
