import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud, type CloudOptions } from './start-cloud'

export const FIXTURES = join(__dirname, 'fixtures')

/** A cloud in a folder of its own that goes away with it, for tests. */
export async function openTestCloud(options: Partial<CloudOptions> = {}): Promise<Cloud> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-cloud-'))
  const cloud = await startCloud({ dataDir, functionsDir: FIXTURES, indexes: { notes: [] }, ...options })
  return {
    ...cloud,
    async stop() {
      await cloud.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The real SDK inside this process, talking to the cloud. One cloud at a time. */
export function sdkOf(cloud: Cloud): Sdk {
  Object.assign(process.env, cloud.env())
  const sdk = createRequire(__filename)('wx-server-sdk') as typeof import('wx-server-sdk')
  sdk.init({ env: 'local-env' })
  return sdk as unknown as Sdk
}

/** The SDK's own types answer every call with "or nothing, or a string", for its callback style. These do not. */
export interface Sdk {
  database(): Db
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(files: { fileList: string[] }): Promise<{ fileList: { status: number }[] }>
  getTempFileURL(files: { fileList: { fileID: string; maxAge: number }[] }): Promise<{ fileList: { tempFileURL: string }[] }>
  openapi: Record<string, Record<string, (data: object) => Promise<Record<string, unknown>>>>
}
export interface Db {
  command: ReturnType<(typeof import('wx-server-sdk'))['database']>['command']
  collection(name: string): Collection
  serverDate(options?: { offset: number }): object
  RegExp(options: { regexp: string; options: string }): object
  startTransaction(): Promise<Transaction>
  runTransaction<T>(callback: (transaction: Transaction) => Promise<T>): Promise<T>
}
interface Transaction {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}
interface Collection extends Query {
  add(add: { data: object }): Promise<{ _id: string }>
  doc(id: string): {
    get(): Promise<{ data: Record<string, unknown> }>
    set(set: { data: object }): Promise<{ stats: { updated: number; created: number } }>
    update(update: { data: object }): Promise<{ stats: { updated: number } }>
    remove(): Promise<{ stats: { removed: number } }>
  }
  where(query: object): Query
  aggregate(): Aggregate
}
interface Query {
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  skip(count: number): Query
  limit(count: number): Query
  field(projection: object): Query
  get(): Promise<{ data: Record<string, unknown>[] }>
  count(): Promise<{ total: number }>
  update(update: { data: object }): Promise<{ stats: { updated: number } }>
}
interface Aggregate {
  match(query: object): Aggregate
  group(group: object): Aggregate
  sort(order: object): Aggregate
  limit(count: number): Aggregate
  sample(sample: object): Aggregate
  end(): Promise<{ list: unknown[] }>
}
