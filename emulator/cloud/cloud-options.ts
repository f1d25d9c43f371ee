import type { AccessRules } from './access-rules'
import type { Client } from './client'
import type { Clock } from './clock'
import type { Declaration } from './database/indexes'
import type { Faults } from './faults'
import type { Finding } from './openapi/content-check'
import type { OpenApiCall } from './openapi/openapi'

export type DuplicateKey = 'request-failed' | 'duplicate-write'

export interface CloudOptions {
  /** Database, files and logs live here. */
  dataDir: string
  /** One folder a function: `dist/cloudfunctions`. */
  functionsDir: string
  port?: number
  /** The instant the world's clock starts at; absent, it shows the real time. */
  now?: string
  instancesPerFunction?: number
  /** With all instances busy a call is refused; absent, it waits for one. */
  refuseWhenBusy?: boolean
  /** Timers fire by themselves; absent, only when `runTimers` or `invoke` says so. */
  timers?: boolean
  /** The function that gets WeChat's own messages; absent, nobody does. */
  messagePush?: string
  /** More variables for the functions. */
  env?: Record<string, string>
  /** Which of these each function gets, by its name; absent, all. */
  given?: Record<string, readonly string[]>
  /** Collections and their indexes; absent, `cloudfunctions/_shared/indexes.json`. */
  indexes?: Declaration
  /** Which of its two documented faces a duplicate `_id` or unique key shows; absent, LINLI_DUPLICATE_KEY says it. */
  duplicateKey?: DuplicateKey
  /** A query that looks at more documents than this without an index fails; absent, LINLI_MOST_SCANNED says it. */
  mostScanned?: number
  /** What clients may touch; absent, what is deployed. */
  accessRules?: AccessRules
  /** Texts with one of these are 违规; absent, 违规测试词. */
  riskyWords?: readonly string[]
  /** The plan's limit, 500 on the personal one; absent, there is none. */
  requestsPerSecond?: number
}

export interface Invoke {
  openid?: string | null
  data?: unknown
  source?: 'wx_client' | 'timer'
}
type Fields = Record<string, unknown>

export interface Cloud {
  url: string
  adminUrl: string
  invoke(name: string, call: Invoke): Promise<unknown>
  clock: Clock
  /** Runs the timers that became due since the last time; over when they are. */
  runTimers(): Promise<void>
  faults: Faults
  outbox(): readonly OpenApiCall[]
  /** The protocol's actions that are answered, and those that came without anybody having thought about them. */
  actions(): { known: readonly string[]; strange: readonly string[] }
  /** Seeds and tests: everything, without the protocol and its limits. */
  db: {
    insertMany(collection: string, documents: object[]): void
    find(collection: string, query?: Fields): Fields[]
    count(collection: string, query?: Fields): number
    update(collection: string, query: Fields, operators: Fields): number
    remove(collection: string, query: Fields): number
  }
  /** Puts a file into storage as a function would; returns its fileID. */
  upload(cloudPath: string, bytes: Uint8Array): string
  /** `wx.cloud` on the phone of a person. */
  client(openid: string): Client
  /** The person says yes to messages of this template once more. */
  subscribe(openid: string, templateId: string): void
  /** The person gives their number; returns the code for `getPhoneNumber`. */
  phoneCode(openid: string, number: string): string
  /** Sends what WeChat says about pictures to the function of `messagePush`; absent, it finds nothing wrong. */
  deliverPushes(finding?: Finding): Promise<void>
  /** What makes the SDK of a plain Node process talk to this cloud, for openapi as one of the functions. */
  env(asFunction?: string): Record<string, string>
  stop(): Promise<void>
}
