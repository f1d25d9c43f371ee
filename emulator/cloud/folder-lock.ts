import Database from 'libsql'
import { join } from 'node:path'

/**
 * One cloud a folder: it remembers what it has read. The lock is the kernel's, on a small SQLite file, so it ends with the process
 * however that ends. Never open or delete that file in another way: closing any handle on it lets go of the lock.
 */
export function lockFolder(folder: string): () => void {
  const lock = new Database(join(folder, 'open.lock'))
  try {
    // The second one can read the number: the lock that is kept forbids writing only
    lock.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${process.pid}; COMMIT; BEGIN IMMEDIATE`)
  } catch (failure) {
    const held = (failure as { code?: unknown }).code === 'SQLITE_BUSY'
    const { user_version: pid } = lock.prepare('PRAGMA user_version').get() as { user_version: number }
    lock.close()
    throw held ? new Error(`Another cloud (process ${pid}) is already open on ${folder}: stop that one first.`) : failure
  }
  return () => lock.close()
}
