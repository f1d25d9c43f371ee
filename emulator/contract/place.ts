import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openTestCloud, realSdk, sdkOf } from '../cloud/fixtures/open-test-cloud'
import type { Db, Sdk } from './sdk'

/**
 * Where the contract is tried: a cloud on this machine, or the environment that LINLI_CONTRACT_ENV names. What the
 * public SDK cannot arrange (unique indexes, rules, clocks, faults) is not tried here but beside the emulator's own parts.
 */
export interface Place {
  sdk: Sdk
  db: Db
  /** A new collection of this run with these documents; its name. */
  collection(subject: string, documents?: object[]): Promise<string>
  /** Puts documents under the geo index of `at`, which a real environment has beforehand (README.md); their collection, and the `run` that all of them bear. */
  placed(documents: object[]): Promise<{ name: string; run: string }>
  /** A cloudPath of this run. */
  path(name: string): string
  /** Empties what was made, and tells the actions that nobody has thought about. A collection itself the SDK cannot drop. */
  close(): Promise<{ strangeActions: readonly string[] }>
}

const { LINLI_CONTRACT_ENV: env, LINLI_CONTRACT_SECRET_ID: secretId, LINLI_CONTRACT_SECRET_KEY: secretKey } = process.env

const PLACED = 'contract-places'

export async function openPlace(): Promise<Place> {
  const run = `contract-${randomBytes(4).toString('hex')}`
  const cloud = env === undefined ? await openTestCloud({ functionsDir: join(__dirname, 'functions'), indexes: { [PLACED]: [{ fields: { at: '2dsphere' } }] }, mostScanned: Infinity }) : undefined
  const sdk = cloud ? sdkOf(cloud) : realSdk()
  if (!cloud) sdk.init({ env, secretId, secretKey })
  const db = sdk.database()
  const made: string[] = []
  let isPlaced = false
  return {
    sdk,
    db,
    async collection(subject, documents = []) {
      const name = `${run}-${subject}`
      await db.createCollection(name)
      made.push(name)
      if (documents.length > 0) await db.collection(name).add({ data: documents })
      return name
    },
    async placed(documents) {
      isPlaced = true
      await db.collection(PLACED).add({ data: documents.map((document) => ({ ...document, run })) })
      return { name: PLACED, run }
    },
    path: (name) => `${run}/${name}`,
    async close() {
      for (const name of made) await db.collection(name).where({ _id: db.command.exists(true) }).remove()
      if (isPlaced) await db.collection(PLACED).where({ run }).remove()
      await cloud?.stop()
      return { strangeActions: cloud?.actions().strange ?? [] }
    },
  }
}
