/** Random keys of a world, in its folder, which git ignores: as a deployment has them in its functions' environment. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export function keysIn(dataDir: string): Record<string, string> {
  const file = join(dataDir, 'keys.json')
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(newKeys()), { mode: 0o600 })
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
}

function newKeys(): Record<string, string> {
  const ring = () => `k1:${randomBytes(32).toString('base64')}`
  return { LINLI_CODE_KEYS: ring(), LINLI_PHONE_KEYS: ring(), LINLI_AUDIT_KEY: ring() }
}
