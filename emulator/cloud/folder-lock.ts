import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One cloud a folder: it remembers what it has read, so a second one would not see its writes. The mark of a
 * process that was killed does not count.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'open.pid')
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
  } catch {
    const pid = Number(readFileSync(file, 'utf8'))
    if (isAlive(pid)) throw new Error(`Another cloud (process ${pid}) is already open on ${folder}: stop that one first, or delete ${file} if there is none.`)
    writeFileSync(file, String(process.pid))
  }
  return () => rmSync(file, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM'
  }
}
