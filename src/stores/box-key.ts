/** The keys of the boxes (box.ts), each under its own name in the phone's encrypted storage and read once a run. Apart from the boxes, so that a key can be dropped without a cipher at hand. */
import { dropKey, putKey, randomBytes, takeKey } from '../platform/keybox'
import { bytesOf, lettersOf } from './base64url'
import { onForget } from './forgettable'

const keyBytes = 32
const nameOf = (box: string) => `box-key-${box}`

/** null: there is none. */
const held = new Map<string, Promise<Uint8Array | null>>()

onForget(() => { for (const box of held.keys()) void dropBoxKey(box).catch(() => undefined) })

/** `make`: the first one, where there is none; two who ask at once share it. Throws where the phone keeps or reads none just now, and is asked again the next time. */
export function boxKey(box: string, make: boolean): Promise<Uint8Array | null> {
  const before = held.get(box) ?? takeKey(nameOf(box)).then((text) => (text === null ? null : bytesOf(text)))
  const asked = before.then((key) => key ?? (make ? newKey(box) : null))
  held.set(box, asked)
  asked.catch(() => { if (held.get(box) === asked) held.delete(box) })
  return asked
}

/** What was sealed under it opens no more. */
export async function dropBoxKey(box: string): Promise<void> {
  held.delete(box)
  await dropKey(nameOf(box))
}

async function newKey(box: string): Promise<Uint8Array> {
  const key = await randomBytes(keyBytes)
  await putKey(nameOf(box), lettersOf(key))
  return key
}
