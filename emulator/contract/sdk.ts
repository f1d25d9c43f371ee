type Vendor = ReturnType<(typeof import('wx-server-sdk'))['database']>
type Fields = Record<string, unknown>

/** The public wx-server-sdk. Its own types answer every call with "or nothing, or a string", for its callback style; these do not. */
export interface Sdk {
  init(config: object): void
  database(config?: { throwOnNotFound?: boolean; env?: string }): Db
  getWXContext(): Fields
  callFunction(call: { name: string; data?: object }): Promise<{ result: unknown }>
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string; statusCode: number }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(files: { fileList: string[] }): Promise<{ fileList: { status: number }[] }>
  getTempFileURL(files: { fileList: (string | { fileID: string; maxAge: number })[] }): Promise<{ fileList: { status: number; tempFileURL: string }[] }>
  openapi: Record<string, Record<string, (data: object) => Promise<Fields>>>
  cloudPay: Record<string, (data: object) => Promise<Fields>>
}
export interface Db {
  command: Omit<Vendor['command'], 'bit'> & { bit(change: { and?: number; or?: number; xor?: number }): object; expr(expression: unknown): object }
  Geo: Vendor['Geo']
  collection(name: string): Collection
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): object
  RegExp(options: { regexp: string; options: string }): object
  startTransaction(): Promise<Transaction>
  runTransaction<T>(callback: (transaction: Transaction) => Promise<T>): Promise<T>
}
export interface Transaction {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}
export interface Collection extends Query {
  add(add: { data: object }): Promise<{ _id: string }>
  doc(id: string): Doc
  where(query: object): Query
  aggregate(): Aggregate
}
interface Doc {
  field(projection: object): Doc
  get(): Promise<{ data: Fields }>
  set(set: { data: object }): Promise<{ stats: { updated: number; created: number } }>
  update(update: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
interface Query {
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  skip(count: number): Query
  limit(count: number): Query
  field(projection: object): Query
  get(): Promise<{ data: Fields[] }>
  count(): Promise<{ total: number }>
  update(update: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
type ObjectStage = 'match' | 'group' | 'sort' | 'sample' | 'project' | 'addFields' | 'bucket' | 'bucketAuto' | 'lookup' | 'replaceRoot' | 'geoNear'
type Aggregate = Record<ObjectStage, (operand: object) => Aggregate> & {
  limit(count: number): Aggregate
  skip(count: number): Aggregate
  count(field: string): Aggregate
  sortByCount(expression: unknown): Aggregate
  unwind(path: unknown): Aggregate
  end(): Promise<{ list: Fields[] }>
}
