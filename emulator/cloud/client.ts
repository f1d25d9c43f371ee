import { collectionRule, mayTouchFile, type AccessRules } from './access-rules'
import { untilFree } from './admin-endpoint'
import { checkedPath, listOf } from './cloud-path'
import type { CloudDatabase } from './database/database'
import { decodeDocument } from './database/ejson'
import { CloudFailure } from './failure'
import type { Storage } from './storage'

type Fields = Record<string, unknown>
interface FileAnswer { fileID: unknown; status: 0 | -503002 | -503003 }

/** `wx.cloud` of one person's phone, as any page can call it. No openapi: that is for functions. */
export interface Client {
  callFunction(call: { name: string; data?: unknown }): Promise<{ result: unknown }>
  uploadFile(file: { cloudPath: string; fileContent: Uint8Array }): Promise<{ fileID: string }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
  getTempFileURL(files: { fileList: string[] }): Promise<{ fileList: (FileAnswer & { tempFileURL: string })[] }>
  deleteFile(files: { fileList: string[] }): Promise<{ fileList: FileAnswer[] }>
  database: {
    get(collection: string, query?: Fields): Promise<Fields[]>
    count(collection: string, query?: Fields): Promise<number>
    add(collection: string, data: Fields): Promise<string>
    /** How many documents are different now. */
    update(collection: string, query: Fields, data: Fields): Promise<number>
    remove(collection: string, query: Fields): Promise<number>
  }
}

interface Behind {
  database: CloudDatabase
  storage: Storage
  rules: AccessRules
  /** Throws when the plan's requests of this second are used up. */
  gate(): void
  invoke(name: string, data: unknown): Promise<unknown>
}

const MOST_PER_GET = 20

export function clientOf(openid: string, { database, storage, rules, gate, invoke }: Behind): Client {
  const refuseFile = (path: string) => new CloudFailure('STORAGE_EXCEED_AUTHORITY', `no permission for ${path}`)
  const mayTouch = (what: 'read' | 'write', path: string) =>
    mayTouchFile(what, rules, openid, { path, openid: storage.exists(path) ? storage.ownerOf(path) : openid })

  /** The query that reaches what the collection's rule lets this person read, or write. */
  function reached(what: 'read' | 'write', collection: string, query: Fields, data: Fields = {}): Fields {
    gate()
    const rule = collectionRule(rules, collection)
    const denied = rule === 'ADMINONLY' || (what === 'write' && (rule === 'ADMINWRITE' || '_openid' in data))
    if (denied) throw new CloudFailure('DATABASE_PERMISSION_DENIED', `no permission for ${collection}`)
    const own = what === 'write' || rule === 'PRIVATE' ? { $and: [query, { _openid: openid }] } : query
    database.coverage.require({ collection, query: own, skipped: what === 'read' ? 0 : Infinity })
    return own
  }

  async function temporary(fileID: unknown): Promise<FileAnswer & { tempFileURL: string }> {
    const path = storage.pathOf(fileID)
    if (path === undefined) return { fileID, status: -503003, tempFileURL: '' }
    return mayTouch('read', path) ? { fileID, status: 0, tempFileURL: storage.addressOf(path) } : { fileID, status: -503002, tempFileURL: '' }
  }

  return {
    callFunction: async ({ name, data }) => ({ result: await invoke(name, data) }),
    async uploadFile({ cloudPath, fileContent }) {
      const path = checkedPath(cloudPath)
      if (!mayTouch('write', path)) throw refuseFile(path)
      return { fileID: storage.put(path, fileContent, openid) }
    },
    getTempFileURL: async ({ fileList }) => ({ fileList: await Promise.all(listOf(fileList).map(temporary)) }),
    async downloadFile({ fileID }) {
      const { status, tempFileURL } = await temporary(fileID)
      if (status === -503002) throw refuseFile(String(fileID))
      if (status !== 0) throw new CloudFailure('STORAGE_FILE_NONEXIST', `${String(fileID)} does not exist`)
      return { fileContent: Buffer.from(await (await fetch(tempFileURL)).arrayBuffer()) }
    },
    deleteFile: async ({ fileList }) => ({
      fileList: listOf(fileList).map((fileID) => {
        const path = storage.pathOf(fileID)
        if (path !== undefined && !mayTouch('write', path)) return { fileID, status: -503002 }
        return { fileID, status: storage.remove(fileID) ? 0 : -503003 }
      }),
    }),
    database: {
      async get(collection, query = {}) {
        const found = database.find(collection, { query: reached('read', collection, query), limit: MOST_PER_GET })
        return found.map((text) => decodeDocument(text))
      },
      count: async (collection, query = {}) => database.count(collection, reached('read', collection, query)),
      async add(collection, data) {
        reached('write', collection, { _id: '' }, data)
        const [id] = await untilFree(() => database.insert(collection, [{ ...data, _openid: openid }]))
        return id ?? ''
      },
      async update(collection, query, data) {
        const own = reached('write', collection, query, data)
        return untilFree(() => database.update(collection, own, { $set: data }, true))
      },
      async remove(collection, query) {
        const own = reached('write', collection, query)
        return untilFree(() => database.remove(collection, own, true))
      },
    },
  }
}
