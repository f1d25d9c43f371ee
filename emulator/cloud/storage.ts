import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname, extname, join } from 'node:path'
import { checkedPath, cloudPathIn, fileIdOf, listOf } from './cloud-path'
import type { Action } from './database/actions'
import { CloudFailure, invalidParam } from './failure'
import { AnswerLost, StorageAway } from './faults'
import { bodyOf } from './request-body'

/** One page of the documentation says ten minutes, another a day. */
const DEFAULT_AGE_SECONDS = 600
const LONGEST_AGE_SECONDS = 24 * 3600
const TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

type Through = <T>(operation: () => Promise<T>) => Promise<T>

/** Files in a folder, reached through signed addresses that end by the world's clock. */
export class Storage {
  /** Kept, so that an address outlives the process that gave it. */
  readonly #secret: Buffer
  /** Who uploaded a file, by path; files of functions belong to nobody. */
  readonly #owners: Map<string, string>
  url = ''

  constructor(
    private readonly directory: string,
    private readonly now: () => number,
  ) {
    const kept = (name: string, otherwise: () => Uint8Array | string) => {
      if (!existsSync(join(directory, name))) this.#put(name, otherwise())
      return readFileSync(join(directory, name))
    }
    // Hidden, so that no cloudPath reaches them
    this.#secret = kept('.secret', () => randomBytes(32))
    this.#owners = new Map(JSON.parse(kept('.owners.json', () => '[]').toString()) as [string, string][])
  }

  actions(): Record<string, Action> {
    return {
      'storage.getUploadMetadata': ({ path, wxCloudApiToken }) => {
        const cloudPath = checkedPath(path)
        const [fileId, url] = [fileIdOf(cloudPath), `${this.url}/storage/${encodeURI(cloudPath)}`]
        const authorization = this.#sign('put', cloudPath, 0)
        return { data: { url, token: String(wxCloudApiToken ?? 'local'), authorization, fileId, cosFileId: encodeURI(fileId) } }
      },
      'storage.batchGetDownloadUrl': ({ file_list }) => ({ data: { download_list: listOf(file_list).map((file) => this.#download(file)) } }),
      'storage.batchDeleteFile': ({ fileid_list }) => ({
        data: { delete_list: listOf(fileid_list).map((fileID) => ({ fileID, code: this.remove(fileID) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' })) },
      }),
    }
  }

  /** The path of a file that is there. */
  pathOf(fileID: unknown): string | undefined {
    const path = cloudPathIn(fileID)
    return path !== undefined && this.exists(path) ? path : undefined
  }

  exists(path: string): boolean {
    return statSync(join(this.directory, path), { throwIfNoEntry: false })?.isFile() ?? false
  }

  /** null: a function put it there. */
  ownerOf(path: string): string | null {
    return this.#owners.get(path) ?? null
  }

  remove(fileID: unknown): boolean {
    const path = this.pathOf(fileID)
    if (path === undefined) return false
    rmSync(join(this.directory, path))
    this.#own(path, undefined)
    return true
  }

  addressOf(path: string, maxAge = DEFAULT_AGE_SECONDS): string {
    const until = Math.floor(this.now() / 1000) + maxAge
    return `${this.url}/storage/${path}?sign=${this.#sign('get', path, until)}&t=${until}`
  }

  /** Without the protocol, as a function would: seeds and tests. */
  put(cloudPath: unknown, bytes: Uint8Array, openid?: string): string {
    const path = checkedPath(cloudPath)
    // Before the file: an owner of nothing harms nobody, a file of nobody could never be sent again
    if (openid !== undefined) this.#own(path, openid)
    this.#put(path, bytes)
    if (openid === undefined) this.#own(path, undefined)
    return fileIdOf(path)
  }

  /** What the SDK sends to the addresses that it was given. `through`: see faults.ts. */
  async answer(request: IncomingMessage, response: ServerResponse, through: Through): Promise<void> {
    try {
      const { pathname, searchParams } = new URL(request.url ?? '', this.url)
      const cloudPath = decodeURIComponent(pathname.slice('/storage/'.length))
      await (request.method === 'PUT' ? this.#take(request, response, cloudPath, through) : this.#give(request, response, cloudPath, searchParams, through))
    } catch (failure) {
      if (failure instanceof AnswerLost) return void request.socket.destroy()
      if (failure instanceof URIError) return refuse(response, 403, 'AccessDenied')
      const code = failure instanceof CloudFailure ? failure.code : failure instanceof StorageAway ? 'ServiceUnavailable' : 'InternalError'
      refuse(response, failure instanceof CloudFailure ? 400 : 503, code)
    }
  }

  async #take(request: IncomingMessage, response: ServerResponse, cloudPath: string, through: Through): Promise<void> {
    if (request.headers.authorization !== this.#sign('put', cloudPath, 0)) {
      request.resume()
      return refuse(response, 403, 'SignatureDoesNotMatch')
    }
    const bytes = await bodyOf(request, response)
    await through(async () => this.put(cloudPath, bytes))
    response.writeHead(200).end()
  }

  async #give(request: IncomingMessage, response: ServerResponse, cloudPath: string, searchParams: URLSearchParams, through: Through): Promise<void> {
    await through(async () => undefined)
    const until = Number(searchParams.get('t'))
    const allowed = searchParams.get('sign') === this.#sign('get', cloudPath, until) && this.now() < until * 1000
    if (!allowed) return refuse(response, 403, 'AccessDenied')
    if (!this.exists(cloudPath)) return refuse(response, 404, 'NoSuchKey')
    // Read at once: it may be replaced or dropped while it is sent
    const bytes = readFileSync(join(this.directory, cloudPath))
    const type = TYPES[extname(cloudPath).toLowerCase()] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'content-length': bytes.length, 'access-control-allow-origin': '*' })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  #download(wanted: unknown): object {
    const { fileid: fileID, max_age: asked = DEFAULT_AGE_SECONDS } = Object(wanted) as { fileid?: unknown; max_age?: unknown }
    if (typeof asked !== 'number' || !Number.isInteger(asked) || asked < 1) throw invalidParam('maxAge must be whole seconds')
    const path = this.pathOf(fileID)
    const maxAge = Math.min(asked, LONGEST_AGE_SECONDS)
    if (path === undefined) return { fileID, code: 'STORAGE_FILE_NONEXIST', message: 'file not exist', tempFileURL: '', maxAge }
    return { fileID, code: 'SUCCESS', tempFileURL: this.addressOf(path, maxAge), maxAge }
  }

  #own(path: string, openid: string | undefined): void {
    if (this.#owners.get(path) === openid) return
    if (openid === undefined) this.#owners.delete(path)
    else this.#owners.set(path, openid)
    this.#put('.owners.json', JSON.stringify([...this.#owners]))
  }

  #sign(what: string, cloudPath: string, until: number): string {
    return createHmac('sha256', this.#secret).update(`${what} ${cloudPath} ${until}`).digest('hex')
  }

  /** A file is there as a whole or not at all, whenever the process ends. */
  #put(path: string, bytes: Uint8Array | string): void {
    const unfinished = join(this.directory, `.${randomUUID()}`)
    mkdirSync(dirname(join(this.directory, path)), { recursive: true })
    writeFileSync(unfinished, bytes)
    renameSync(unfinished, join(this.directory, path))
  }
}

/** As COS does: the SDK reads the text and not the status. */
function refuse(response: ServerResponse, status: number, code: string): void {
  const body = `<Error><Code>${code}</Code><Message>${code}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`
  response.writeHead(status, { 'content-type': 'application/xml', 'access-control-allow-origin': '*' }).end(body)
}
