import { appendFileSync } from 'node:fs'
import protobuf from 'protobufjs/minimal'
import type { Ticket } from './functions/functions'

/** One call of `cloud.openapi.*` that a function made: what would have gone to WeChat. */
export interface OpenApiCall {
  api: string
  data: Record<string, unknown>
  at: string
  functionName: string | null
  openid: string | null
}

/** A grey pixel, where WeChat would draw a code. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOor6//DwAFhAKAjM1mJgAAAABJRU5ErkJggg==', 'base64')

/** A request of `cloud.openapi.*`, taken out of its envelope. */
export interface OpenApiRequest {
  action: string
  api: string
  data: Record<string, unknown>
  token: string | undefined
}

export class OpenApi {
  readonly calls: OpenApiCall[] = []

  constructor(
    private readonly file: string,
    private readonly now: () => number,
    private readonly ticket: (token: unknown) => Ticket | undefined,
  ) {}

  /** Records it and answers that all went well. */
  answer({ api, data, token }: OpenApiRequest): Buffer {
    const from = this.ticket(token)
    const call = { api, data, at: new Date(this.now()).toISOString(), functionName: from?.functionName ?? null, openid: from?.openid ?? null }
    this.calls.push(call)
    appendFileSync(this.file, `${JSON.stringify(call)}\n`)
    if (api.startsWith('wxacode.')) return commResponse(PIXEL, 'image/png')
    const extra = api === 'security.msgSecCheck' ? { result: { suggest: 'pass', label: 100 }, trace_id: 'local' } : {}
    return commResponse(Buffer.from(JSON.stringify({ errcode: 0, errmsg: 'ok', ...extra })), 'application/json; charset=utf-8')
  }
}

export function openApiCall(body: Buffer, contentType: string): OpenApiRequest {
  const fields = multipart(body, contentType)
  return {
    action: fields.get('action')?.toString('utf8') ?? '',
    api: fields.get('apiName')?.toString('utf8') ?? '',
    data: requestData(fields.get('requestData') ?? Buffer.alloc(0)),
    token: fields.get('wxCloudApiToken')?.toString('utf8'),
  }
}

function multipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1] ?? ''
  const fields = new Map<string, Buffer>()
  const mark = Buffer.from(`--${boundary}`)
  for (let start = body.indexOf(mark); start >= 0; ) {
    const next = body.indexOf(mark, start + mark.length)
    if (next < 0) break
    const part = body.subarray(start + mark.length + 2, next - 2)
    const split = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.subarray(0, split).toString('utf8'))?.[1]
    if (name !== undefined) fields.set(name, part.subarray(split + 4))
    start = next
  }
  return fields
}

/** CommApiData { 2: OpenApiData { 1: repeated KeyValuePair { 1: key, 2: value, 3: contenttype } } } */
function requestData(bytes: Buffer): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const openApiData of fieldsOf(bytes, 2)) {
    for (const pair of fieldsOf(openApiData, 1)) {
      const key = Buffer.from(fieldsOf(pair, 1)[0] ?? []).toString('utf8')
      const value = Buffer.from(fieldsOf(pair, 2)[0] ?? [])
      const isMedia = (fieldsOf(pair, 3)[0]?.length ?? 0) > 0
      data[key] = isMedia ? { bytes: value.length } : textValue(value.toString('utf8'))
    }
  }
  return data
}

function fieldsOf(bytes: Uint8Array, wanted: number): Uint8Array[] {
  const reader = protobuf.Reader.create(bytes)
  const found: Uint8Array[] = []
  while (reader.pos < reader.len) {
    const tag = reader.uint32()
    if (tag >>> 3 === wanted && (tag & 7) === 2) found.push(reader.bytes())
    else reader.skipType(tag & 7)
  }
  return found
}

function textValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** CommOpenApiResp { 1: respData, 2: contentType, 3: errorCode, 4: httpCode } */
function commResponse(data: Buffer, contentType: string): Buffer {
  const writer = protobuf.Writer.create()
  writer.uint32(10).bytes(data)
  writer.uint32(18).string(contentType)
  writer.uint32(24).int32(0)
  writer.uint32(32).uint32(200)
  return Buffer.from(writer.finish())
}
