/**
 * `file-codes/<code>`: what the code on a file stands for, and its picture as WeChat drew it once, so that the same file is the same bytes. Whoever scans it
 * is told whether that was approved (reports/check).
 */
import { codeOfHash } from '../rules/report/content-hash'
import { currentKey } from '../secrets/keys'
import { collection } from './collection'
import { codePages, drawPageCode } from './page-codes'

/** `of`: the report of a month (of some days: `month` null, it is never approved), or the figures of an event's sessions. */
export type CodeOf =
  | { what: 'report'; unitId: string; month: string | null }
  | { what: 'event'; eventId: string; path: string[]; months: string[]; figures: string }
interface FileCodeRecord { _id: string; hash: string; of: CodeOf; /** A data: address. */ picture: string }

/** As a file prints it. */
export interface FileCode { /** Of the report, or the event. */ id: string; hash: string; picture: Buffer }

const fileCodes = collection<FileCodeRecord>('file-codes')

export const findFileCode = fileCodes.find

/** Of two who ask at once both get the one that is kept. Throws NoKeys before anything is written: a file of which the audit cannot be told needs no code. */
export async function fileCodeOf(id: string, hash: string, of: CodeOf): Promise<FileCode> {
  currentKey('LINLI_AUDIT_KEY')
  const code = codeOfHash(hash)
  const { picture } = (await fileCodes.find(code)) ?? (await fileCodes.addOnce({ _id: code, hash, of, picture: await drawPageCode(codePages.check, code) })).record
  return { id, hash, picture: Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64') }
}
