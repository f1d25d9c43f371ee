/**
 * A file of a report, kept under the hash of its bytes: asking again for the same one finds the same file. It is audited first and kept then, so
 * that nobody has a file of which nothing is known.
 */
import { createHash } from 'node:crypto'
import { passOn, takeAlong } from '../_shared/records/exports'
import { addressesOf } from '../_shared/records/files'
import type { UnitRecord } from '../_shared/records/units'
import { days, instant } from '../_shared/rules/calendar'

interface Made { call: string; by: string; unit: UnitRecord; month: string; now: number; title: string; kind: 'docx' | 'xlsx'; bytes: Buffer }
export interface TakenFile { fileId: string; url: string; name: string; bytes: number }

export async function takeFile({ call, by, unit, month, now, title, kind, bytes }: Made): Promise<TakenFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const taken = { call, by, sha256, unitPath: unit.path, facts: { month, unitId: unit._id }, at: instant(now) }
  const fileId = await takeAlong(taken, { path: `reports/${unit._id}/${month}/${sha256}.${kind}`, bytes })
  return addressed(fileId, `${title}.${kind}`, bytes)
}

interface Passing { call: string; by: string; unitPath: readonly string[]; facts: Record<string, string | number>; now: number; title: string; bytes: Buffer }

/** A large .docx, or one with masked names in it: told to the audit and kept like the others, and gone after a day. */
export async function takePassing({ call, by, unitPath, facts, now, title, bytes }: Passing): Promise<TakenFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const taken = { call, by, sha256, unitPath, facts, at: instant(now) }
  const fileId = await passOn(taken, { path: `passing/${unitPath.at(-1) ?? ''}/${sha256}.docx`, bytes }, instant(now + days(1)))
  return addressed(fileId, `${title}.docx`, bytes)
}

async function addressed(fileId: string, name: string, bytes: Buffer): Promise<TakenFile> {
  const url = (await addressesOf([fileId])).get(fileId)
  if (url === undefined) throw new Error('storage gave no address for a file that it has just kept')
  return { fileId, url, name: name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim(), bytes: bytes.length }
}
