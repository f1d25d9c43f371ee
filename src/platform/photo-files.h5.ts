/** Photos that wait to be sent, in a browser: in its database, where they outlive a closed page. */
import { sha256 } from '@noble/hashes/sha2.js'
import { uploadFile } from './cloud'
import { hex } from './hex'

const shelf = 'photos'

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('linli-photos', 1)
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(shelf))
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('this browser keeps nothing')))
  })
}

/** Resolves once it lies there: when the transaction is over, not when the request is. */
async function inShelf<T>(mode: IDBTransactionMode, work: (photos: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(shelf, mode, { durability: 'strict' })
      const request = work(transaction.objectStore(shelf))
      transaction.addEventListener('complete', () => resolve(request.result))
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('this browser has no room')))
    })
  } finally {
    database.close()
  }
}

const blobOf = (recordId: string) => inShelf('readonly', (photos) => photos.get(recordId) as IDBRequest<Blob | undefined>)

export const photoFiles = {
  names: async () => (await inShelf('readonly', (photos) => photos.getAllKeys())).map(String),
  async keep(recordId: string, from: string): Promise<void> {
    const picture = await (await fetch(from)).blob()
    await inShelf('readwrite', (photos) => photos.put(picture, recordId))
  },
  async hashOf(recordId: string): Promise<string | null> {
    const blob = await blobOf(recordId)
    return blob ? hex(sha256(new Uint8Array(await blob.arrayBuffer()))) : null
  },
  async remove(recordId: string): Promise<void> {
    await inShelf('readwrite', (photos) => photos.delete(recordId))
  },
}

export async function uploadPhoto(recordId: string, cloudPath: string): Promise<string> {
  const address = await photoAddress(recordId)
  try {
    return await uploadFile(cloudPath, address)
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Where a picture of it can be seen. */
export async function photoAddress(recordId: string): Promise<string> {
  const blob = await blobOf(recordId)
  if (!blob) throw new Error('there is no such photo here')
  return URL.createObjectURL(blob)
}

/** In bytes, for everything of Linli's in this browser; null: it does not say. */
export async function roomLeft(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {}
  return quota === undefined || usage === undefined ? null : quota - usage
}
