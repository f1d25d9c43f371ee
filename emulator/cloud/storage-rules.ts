import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'

type Rule = boolean | string
export interface StorageRules { read: Rule; write: Rule }

/** What is deployed as the bucket's security rules. Clients only: functions may do everything. */
const DECLARED = join(__dirname, '../../cloudfunctions/_shared/access-rules.json')

export function readStorageRules(): StorageRules {
  return (JSON.parse(readFileSync(DECLARED, 'utf8')) as { storage: StorageRules }).storage
}

/** The rule is an expression in which `auth` and `resource` stand; there is no client's read here at all. */
export function mayWrite({ write }: StorageRules, openid: string, resource: { openid: string | null; path: string }): boolean {
  return typeof write === 'boolean' ? write : runInNewContext(write, { auth: { openid }, resource: { ...resource } }) === true
}
