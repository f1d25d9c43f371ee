import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname, extname, join } from 'node:path'
import { bodyOf } from './admin-endpoint'
import type { Answer, Parameters } from './database/actions'
import { CloudFailure, invalidParam } from './failure'
import { ENV_ID } from './functions/environment'
import { mayWrite, type StorageRules } from './storage-rules'

const BUCKET = `cloud://${ENV_ID}.local-bucket/`
const DEFAULT_AGE_SECONDS = 24 * 3600
const MOST_PER_CALL = 50
const TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Cloud storage: files in a folder, reached through signed addresses that end after a while of the world's clock. */
export class Storage {
  readonly #secret = randomBytes(32)
  /** Who uploaded a file, by path; files of functions belong to nobody. */
  readonly #owners: Map<string, string>
  url = ''

  constructor(
    private readonly directory: string,
    private readonly now: () => number,
    private readonly rules: StorageRules,
  ) {
    mkdirSync(directory, { recursive: true })
    this.#owners = new Map(existsSync(this.#ownersFile) ? (JSON.parse(readFileSync(this.#ownersFile, 'utf8')) as [string, string][]) : [])
  }

  actions(): Record<string, (parameters: Parameters) => Answer> {
    return {
      'storage.getUploadMetadata': ({ path }) => {
        const cloudPath = checked(path)
        const fileId = BUCKET + cloudPath
        const authorization = this.#sign('put', cloudPath, 0)
        return { data: { url: `${this.url}/storage/${encodeURI(cloudPath)}`, token: 'local', authorization, fileId, cosFileId: encodeURI(fileId) } }
      },
      'storage.batchGetDownloadUrl': ({ file_list }) => ({ data: { download_list: listOf(file_list).map((file) => this.#download(file)) } }),
      'storage.batchDeleteFile': ({ fileid_list }) => ({
        data: {
          delete_list: listOf(fileid_list).map((fileID) => {
            const file = this.#fileOf(fileID)
            if (file) {
              rmSync(file)
              this.#own(String(fileID).slice(BUCKET.length), undefined)
            }
            return { fileID, code: file ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
          }),
        },
      }),
    }
  }

  /** A client's upload, as far as the declared rules let it: a new path belongs to who comes first. */
  putAs(openid: string, cloudPath: string, bytes: Uint8Array): string {
    const path = checked(cloudPath)
    const owner = existsSync(join(this.directory, path)) ? this.#owners.get(path) ?? null : openid
    if (!mayWrite(this.rules, openid, { openid: owner, path })) throw new CloudFailure('STORAGE_EXCEED_AUTHORITY', `no permission to write ${path}`)
    return this.put(path, bytes, openid)
  }

  /** Puts a file in place without the protocol, as a function would: seeds and tests. */
  put(cloudPath: unknown, bytes: Uint8Array, openid?: string): string {
    const path = checked(cloudPath)
    // Before the file: killed in between, an owner of nothing harms nobody, and a file of nobody could never be sent again.
    if (openid !== undefined) this.#own(path, openid)
    inOnePiece(join(this.directory, `.${randomUUID()}`), join(this.directory, path), bytes)
    if (openid === undefined) this.#own(path, undefined)
    return BUCKET + path
  }

  #own(path: string, openid: string | undefined): void {
    if (this.#owners.get(path) === openid) return
    if (openid === undefined) this.#owners.delete(path)
    else this.#owners.set(path, openid)
    inOnePiece(`${this.#ownersFile}.new`, this.#ownersFile, JSON.stringify([...this.#owners]))
  }

  /** Hidden, so that no cloudPath reaches it. */
  get #ownersFile(): string {
    return join(this.directory, '.owners.json')
  }

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const cloudPath = decodeURIComponent(url.pathname.slice('/storage/'.length))
    if (request.method === 'PUT') {
      if (request.headers.authorization !== this.#sign('put', cloudPath, 0)) {
        const xml = '<Error><Code>SignatureDoesNotMatch</Code><Message>wrong signature</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>'
        response.writeHead(200, { 'content-type': 'application/xml' }).end(xml)
        return
      }
      this.put(cloudPath, await bodyOf(request))
      response.writeHead(200).end()
      return
    }
    const until = Number(url.searchParams.get('t'))
    const allowed = url.searchParams.get('sign') === this.#sign('get', cloudPath, until) && this.now() < until * 1000
    const file = allowed ? this.#fileOf(BUCKET + cloudPath) : undefined
    if (!file) {
      response.writeHead(allowed ? 404 : 403, { 'access-control-allow-origin': '*' }).end()
      return
    }
    // Read at once: a file may be replaced or dropped while it is sent, and its length was promised before.
    const bytes = readFileSync(file)
    response.writeHead(200, {
      'content-type': TYPES[extname(cloudPath).toLowerCase()] ?? 'application/octet-stream',
      'content-length': bytes.length,
      'access-control-allow-origin': '*',
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  #download(wanted: unknown): object {
    const { fileid: fileID, max_age: maxAge = DEFAULT_AGE_SECONDS } = wanted as { fileid?: unknown; max_age?: number }
    if (!this.#fileOf(fileID)) return { fileID, code: 'STORAGE_FILE_NONEXIST', message: 'file not exist', tempFileURL: '', maxAge }
    const cloudPath = String(fileID).slice(BUCKET.length)
    const until = Math.floor(this.now() / 1000) + maxAge
    const tempFileURL = `${this.url}/storage/${cloudPath}?sign=${this.#sign('get', cloudPath, until)}&t=${until}`
    return { fileID, code: 'SUCCESS', tempFileURL, maxAge }
  }

  #sign(what: string, cloudPath: string, until: number): string {
    return createHmac('sha256', this.#secret).update(`${what} ${cloudPath} ${until}`).digest('hex')
  }

  #fileOf(fileID: unknown): string | undefined {
    if (typeof fileID !== 'string' || !fileID.startsWith(BUCKET)) return undefined
    const cloudPath = fileID.slice(BUCKET.length)
    if (!isCloudPath(cloudPath)) return undefined
    const file = join(this.directory, cloudPath)
    return existsSync(file) && statSync(file).isFile() ? file : undefined
  }
}

/** A file is there as a whole or not at all, whenever the process ends. */
function inOnePiece(unfinished: string, target: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(unfinished, bytes)
  renameSync(unfinished, target)
}

/** Letters, digits, Chinese and a few marks; no empty, hidden or climbing step. */
function isCloudPath(path: string): boolean {
  return path.length <= 500 && path.split('/').every((step) => /^[\w!\-*'()\u4e00-\u9fff][\w!.\-*'()\u4e00-\u9fff]*$/.test(step))
}

function checked(path: unknown): string {
  if (typeof path !== 'string' || !isCloudPath(path)) throw invalidParam(`"${String(path)}" cannot be a cloudPath`)
  return path
}

function listOf(list: unknown): unknown[] {
  if (!Array.isArray(list)) throw invalidParam('a list of files is needed')
  if (list.length > MOST_PER_CALL) throw invalidParam(`at most ${MOST_PER_CALL} files a call`)
  return list
}
