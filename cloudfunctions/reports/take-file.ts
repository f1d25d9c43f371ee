/**
 * A file of a report, kept under the hash of its bytes: asking again for the same one finds the same file. It is audited first and kept then, so
 * that nobody has a file of which nothing is known.
 */
import { createHash } from 'node:crypto'
import { takeAlong } from '../_shared/records/exports'
import { addressesOf } from '../_shared/records/files'
import type { UnitRecord } from '../_shared/records/units'
import { instant } from '../_shared/rules/calendar'

interface Made { call: string; by: string; unit: UnitRecord; month: string; now: number; title: string; kind: 'docx' | 'xlsx'; bytes: Buffer }
export interface TakenFile { fileId: string; url: string; name: string; bytes: number }

export async function takeFile({ call, by, unit, month, now, title, kind, bytes }: Made): Promise<TakenFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const taken = { call, by, sha256, unitPath: unit.path, facts: { month, unitId: unit._id }, at: instant(now) }
  const fileId = await takeAlong(taken, { path: `reports/${unit._id}/${month}/${sha256}.${kind}`, bytes })
  const url = (await addressesOf([fileId])).get(fileId)
  if (url === undefined) throw new Error('storage gave no address for a file that it has just kept')
  return { fileId, url, name: `${title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()}.${kind}`, bytes: bytes.length }
}
