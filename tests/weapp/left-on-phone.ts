/** Everything that the client has laid down on a phone, as whoever has it in hands and gets at its files would read it. */
import { secretbox } from '@noble/ciphers/salsa.js'
import type { PhoneState } from './wx'

/** Names and contents of the storage, of the encrypted storage too, and of files. */
export function leftOn({ storage, locked, files }: PhoneState): string {
  return [...storage, ...locked, ...[...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1'), Buffer.from(bytes).toString('utf8')])].flat().join('\n')
}

/** The same, had nothing been sealed: each box opened by the keys that lie in the encrypted storage. */
export function unsealed(state: PhoneState): string {
  const keys = [...state.locked.values()].map((text) => Buffer.from(JSON.parse(text) as string, 'base64url'))
  const open = (text: string) => text.replace(/1\.([A-Za-z0-9_-]{32})\.([A-Za-z0-9_-]+)/g, (sealed, nonce: string, content: string) => {
    for (const key of keys) {
      try {
        const plain = secretbox(new Uint8Array(key), new Uint8Array(Buffer.from(nonce, 'base64url'))).open(new Uint8Array(Buffer.from(content, 'base64url')))
        return JSON.stringify(JSON.parse(Buffer.from(plain).toString()))
      } catch { /* of another box */ }
    }
    return sealed
  })
  return leftOn({ ...state, storage: new Map([...state.storage].map(([name, content]) => [name, open(content)])) })
}
