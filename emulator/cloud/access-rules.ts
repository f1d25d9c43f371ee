import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'

type Rule = boolean | string
const COLLECTION_RULES = ['ADMINONLY', 'ADMINWRITE', 'READONLY', 'PRIVATE'] as const
type CollectionRule = (typeof COLLECTION_RULES)[number]
/** What clients may touch without a function. Functions may do everything. */
export interface AccessRules {
  storage?: { read: Rule; write: Rule }
  collections: Readonly<Record<string, CollectionRule>>
}

/** What is deployed: the bucket's security rules and the permission of every collection. */
const DECLARED = join(__dirname, '../../cloudfunctions/_shared/access-rules.json')

export function readAccessRules(): AccessRules {
  const rules = JSON.parse(readFileSync(DECLARED, 'utf8')) as AccessRules
  for (const [collection, rule] of Object.entries(rules.collections)) {
    if (!COLLECTION_RULES.includes(rule)) throw new Error(`${DECLARED}: ${collection} is ${rule}, and only ${COLLECTION_RULES.join(', ')} are known`)
  }
  return rules
}

/** WeChat's own where nothing is declared: everybody reads files, and their owners write them. */
const UNDECLARED = { read: true, write: 'resource.openid == auth.openid' }

/** The rule is an expression in which `auth` and `resource` stand. */
export function mayTouchFile(what: 'read' | 'write', rules: AccessRules, openid: string, resource: { openid: string | null; path: string }): boolean {
  const rule = (rules.storage ?? UNDECLARED)[what]
  return typeof rule === 'boolean' ? rule : runInNewContext(rule, { auth: { openid }, resource: { ...resource } }) === true
}

/** Forgotten is dangerous: a collection without a declaration lets everybody write documents of their own. */
export function collectionRule({ collections }: AccessRules, collection: string): CollectionRule {
  return (Object.hasOwn(collections, collection) ? collections[collection] : undefined) ?? 'PRIVATE'
}
