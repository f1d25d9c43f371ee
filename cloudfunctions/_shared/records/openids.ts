/**
 * The one place where an openid stands: `openids/<openid>` → personKey, with a copy of the roles held (grants.ts), so that a call
 * costs one read to know who makes it. Erasing that document forgets the person.
 */
import { randomBytes } from 'node:crypto'
import type { Role } from '../rules/matrix'
import { cloud, command } from '../cloud'
import { collection } from './collection'
import { knownDocument, rememberDocument } from './known-documents'
import { mostFaces } from './people'

/** `number`: in the unit, of the person (grants.ts). */
export interface HeldRole { role: Role; unitId: string; number?: number }
export interface OpenidRecord {
  _id: string
  personKey: string
  mintedAt: string
  roles: HeldRole[]
  /** Is being erased (erasures.ts): whoever comes now comes as a newcomer. */
  leaving?: boolean
  /** 熟面孔 for whom the person registers: a copy, so that registering them costs no read more. Whoever is not among them is asked of `people`. */
  faces?: string[]
}

const openids = collection<OpenidRecord>('openids')

export function openidRecord(openid: string, personKey: string, mintedAt: string, roles: HeldRole[] = []): OpenidRecord {
  return { _id: openid, personKey, mintedAt, roles }
}

/** One database operation; null for whom nobody has made known. */
export function personOf(openid: string): Promise<OpenidRecord | null> {
  return openids.find(openid)
}

/** Mints a random key; two who do so at once get the same one. */
export async function mintPerson(openid: string, now: number): Promise<OpenidRecord> {
  const minted = openidRecord(openid, `p${randomBytes(12).toString('hex')}`, new Date(now).toISOString())
  const { record } = await openids.addOnce(minted)
  if (!record.leaving) return record
  const { personKey, mintedAt, roles } = minted
  await openids.update({ _id: openid, personKey: record.personKey, leaving: true }, { personKey, mintedAt, roles: command.set(roles), leaving: command.remove(), faces: command.remove() })
  return (await openids.addOnce(minted)).record
}

const byKey = 'openids by personKey'

/** Read with something else, for as long as that is known (known-documents.ts). */
export function rememberKnownKey(personKey: string, isKnown: boolean): void {
  rememberDocument(byKey, personKey, isKnown ? { _id: personKey } : null)
}

/** Was this key minted for somebody? */
export async function isKnownKey(personKey: string): Promise<boolean> {
  const known = knownDocument(byKey, personKey)
  if (known !== undefined) return known !== null
  return (await openids.list({ personKey }, { limit: 1, fields: ['personKey'] })).length > 0
}

/** Only for writing the copy of the roles; never leaves the function. */
export async function openidOfPerson(personKey: string): Promise<string | null> {
  return (await openids.list({ personKey }, { limit: 1, fields: ['personKey'] }))[0]?._id ?? null
}

/** When the key was minted; null: for nobody who is known. */
export async function knownSince(personKey: string): Promise<string | null> {
  return (await openids.list({ personKey }, { limit: 1, fields: ['mintedAt'] }))[0]?.mintedAt ?? null
}

/** 43101: does not want messages of this template, or no more of them. */
const unwanted = 43101

/** A message of WeChat's to the person: asked for ONCE, and whatever comes of it is an answer. Never throws, logs nothing. */
export async function sendTo(personKey: string, message: { templateId: string; page: string; data: Record<string, { value: string }> }): Promise<'sent' | 'refused' | 'failed'> {
  try {
    const touser = await openidOfPerson(personKey)
    if (touser === null) return 'failed'
    await cloud.openapi.subscribeMessage.send({ touser, ...message, lang: 'zh_CN' })
    return 'sent'
  } catch (failure) {
    return (failure as { errCode?: unknown } | null)?.errCode === unwanted ? 'refused' : 'failed'
  }
}

/** Beside who calls, from now on (faces.ts has written it where it counts). */
export async function copyFace(neighbour: string, face: string): Promise<void> {
  await openids.update({ personKey: neighbour, faces: command.neq(face) }, { faces: command.push({ each: [face], slice: -mostFaces }) })
}

/** Nobody's any more, or not of these neighbours. */
export async function dropFaceCopies(face: string, neighbours?: readonly string[]): Promise<void> {
  await openids.update({ faces: face, ...(neighbours && { personKey: command.in([...neighbours]) }) }, { faces: command.pull(face) })
}

/** The way from WeChat to the key is gone. */
export async function forgetOpenid(personKey: string): Promise<void> {
  await openids.remove({ personKey })
}
