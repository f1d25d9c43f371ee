/** The files of 引用数: written down first, then the bytes are kept under a name that holds their hash, and the upload is dropped. Broken off anywhere, a repeat or the sweep goes on. */
import { createHash } from 'node:crypto'
import { fileKinds, fileMaxBytes } from '../../../contract/work/imported'
import { dropFile, fileIdBeside, isKept, isUpload, keepFile, readUpload } from './files'
import { fileIsKept, importedWithFilesDue, type ImportedFile, type ImportedRecord } from './imported'

type Trouble = 'upload-not-found' | 'file-too-large' | 'file-not-known'

/** By its first bytes: a Word or Excel file is a zip. */
const firstBytes = { pdf: '%PDF-', xlsx: 'PK\u0003\u0004', docx: 'PK\u0003\u0004' } as const

export async function uploadedFile(recordId: string, { fileId, name }: { fileId: string; name: string }): Promise<ImportedFile | Trouble> {
  const kind = fileKinds.find((one) => isUpload(fileId, `${recordId}.${one}`))
  if (!kind) return 'upload-not-found'
  const bytes = await readUpload(fileId, fileMaxBytes)
  if (bytes === 'missing') return 'upload-not-found'
  if (bytes === 'too-large') return 'file-too-large'
  if (!bytes.subarray(0, firstBytes[kind].length).equals(Buffer.from(firstBytes[kind], 'latin1'))) return 'file-not-known'
  const sha256 = hashOf(bytes)
  return { fileId: fileIdBeside(fileId, `imported/${recordId}-${sha256.slice(0, 16)}.${kind}`), name, bytes: bytes.length, sha256, upload: fileId }
}

/** Any number of times and at once. */
export async function keepImportedFile({ _id, file }: ImportedRecord): Promise<void> {
  if (!file?.upload) return
  const bytes = await readUpload(file.upload, fileMaxBytes)
  if (Buffer.isBuffer(bytes) && hashOf(bytes) === file.sha256) await keepFile(file.fileId.slice(fileIdBeside(file.fileId, '').length), bytes)
  else if (!(await isKept(file.fileId))) return
  await dropFile(file.upload)
  await fileIsKept(_id, file.sha256)
}

export async function keepImportedFilesThatBrokeOff(most: number): Promise<void> {
  for (const record of await importedWithFilesDue(most)) await keepImportedFile(record)
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
