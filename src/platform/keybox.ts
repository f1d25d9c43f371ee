/** Keys in WeChat's encrypted storage (base library 2.21.3), and random bytes from the system (2.15.0). Throws where the phone has either not. */
import Taro from '@tarojs/taro'

/** `encrypt` is missing in Taro's types; written and read, it has to be said both times, and only the asynchronous calls know it. */
const encrypted = { encrypt: true } as object

/** null: there is none. Any other trouble throws: a key that cannot be read now is not a key that is gone. */
export async function takeKey(name: string): Promise<string | null> {
  try {
    const { data } = await Taro.getStorage<string>({ key: name, ...encrypted })
    return typeof data === 'string' && data !== '' ? data : null
  } catch (error) {
    if (/not found/.test((error as { errMsg?: string } | null)?.errMsg ?? '')) return null
    throw error
  }
}

export async function putKey(name: string, key: string): Promise<void> {
  await Taro.setStorage({ key: name, data: key, ...encrypted })
}

export async function dropKey(name: string): Promise<void> {
  await Taro.removeStorage({ key: name })
}

export function randomBytes(length: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    void Taro.getRandomValues({ length, success: ({ randomValues }) => resolve(new Uint8Array(randomValues)), fail: reject })
  })
}
