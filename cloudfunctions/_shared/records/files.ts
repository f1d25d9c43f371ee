/** Files in cloud storage. Clients write only under incoming/ and read nothing: addresses come from functions. */
import { get as getPlain, type IncomingMessage } from 'node:http'
import { get as getSecure } from 'node:https'
import { cloud } from '../cloud'

/** How long an address given to a client works. */
export const addressSeconds = 600

/** Is it the upload of this name, and not any other file of the cloud? */
export function isUpload(fileId: string, name: string): boolean {
  return /^cloud:\/\/[^/]+\/incoming\/([^/]+)$/.exec(fileId)?.[1] === name
}

/** The id that a file of this path has in the cloud in which the other one lies. */
export function fileIdBeside(fileId: string, cloudPath: string): string {
  return `${/^cloud:\/\/[^/]+\//.exec(fileId)?.[0] ?? ''}${cloudPath}`
}

export async function isKept(fileId: string): Promise<boolean> {
  return (await addressesOf([fileId])).has(fileId)
}

/** Addresses by file id; files that are gone are absent. 50 files at most. */
export async function addressesOf(fileIds: readonly string[]): Promise<Map<string, string>> {
  if (fileIds.length === 0) return new Map()
  const { fileList } = (await cloud.getTempFileURL({
    fileList: fileIds.map((fileID) => ({ fileID, maxAge: addressSeconds })) as unknown as string[],
  })) as unknown as { fileList: { fileID: string; tempFileURL?: string; status: number }[] }
  return new Map(fileList.flatMap((file) => (file.status === 0 && file.tempFileURL ? [[file.fileID, file.tempFileURL] as const] : [])))
}

/**
 * The bytes of an upload. Read by its address and not by the SDK, which would hold a file of any size in memory:
 * reading ends at the first byte too many.
 */
export async function readUpload(fileId: string, mostBytes: number): Promise<Buffer | 'missing' | 'too-large'> {
  const address = (await addressesOf([fileId])).get(fileId)
  return address === undefined ? 'missing' : readAddress(address, mostBytes)
}

/** Follows no redirect: what storage does not answer itself is not read. */
export async function readAddress(address: string, mostBytes: number): Promise<Buffer | 'missing' | 'too-large'> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const get = address.startsWith('https:') ? getSecure : getPlain
    get(encodeURI(address), { agent: false }, resolve).once('error', reject)
  })
  if (response.statusCode === 404) {
    response.destroy()
    return 'missing'
  }
  if (response.statusCode !== 200) {
    response.destroy()
    throw new Error(`storage answered ${response.statusCode}`)
  }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > mostBytes) {
      response.destroy()
      return 'too-large'
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export async function keepFile(cloudPath: string, bytes: Buffer): Promise<string> {
  return (await cloud.uploadFile({ cloudPath, fileContent: bytes })).fileID
}

/** Gone already is gone. */
export function dropFile(fileId: string): Promise<void> {
  return dropFiles([fileId])
}

/** 50 at most. */
export async function dropFiles(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0) await cloud.deleteFile({ fileList: [...fileIds] })
}
