import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Goes away with this process, however it ends short of a kill -9. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
