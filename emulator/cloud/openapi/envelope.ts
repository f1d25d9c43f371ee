import protobuf from 'protobufjs/minimal'
import { invalidParam } from '../failure'

/** A request of `cloud.openapi.*`, taken out of its envelope. */
export interface OpenApiRequest {
  action: string
  api: string
  data: Record<string, unknown>
  token: string | undefined
}

export function openApiCall(body: Buffer, contentType: string): OpenApiRequest {
  try {
    const fields = multipart(body, contentType)
    const token = fields.get('wxCloudApiToken')?.toString('utf8')
    const action = fields.get('action')?.toString('utf8') ?? ''
    const data = action === 'wx.openApi' ? requestData(fields.get('requestData') ?? Buffer.alloc(0)) : {}
    return { action, api: fields.get('apiName')?.toString('utf8') ?? '', data, token: token === '' ? undefined : token }
  } catch (failure) {
    throw invalidParam(`the openapi request cannot be read: ${String(failure)}`)
  }
}

function multipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (boundary === undefined) throw new Error('no boundary')
  const fields = new Map<string, Buffer>()
  const mark = Buffer.from(`--${boundary}`)
  for (let start = body.indexOf(mark); start >= 0; ) {
    const next = body.indexOf(mark, start + mark.length)
    if (next < 0) break
    const part = body.subarray(start + mark.length + 2, next - 2)
    const split = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.subarray(0, Math.max(split, 0)).toString('utf8'))?.[1]
    if (name !== undefined) fields.set(name, part.subarray(split + 4))
    start = next
  }
  return fields
}

/** CommApiData { 2: OpenApiData { 1: repeated KeyValuePair { 1: key, 2: value, 3: contenttype } } } */
function requestData(bytes: Buffer): Record<string, unknown> {
  const pairs = fieldsOf(bytes, 2).flatMap((openApiData) => fieldsOf(openApiData, 1))
  return Object.fromEntries(pairs.map((pair) => {
    const value = Buffer.from(fieldsOf(pair, 2)[0] ?? [])
    const isMedia = (fieldsOf(pair, 3)[0]?.length ?? 0) > 0
    return [Buffer.from(fieldsOf(pair, 1)[0] ?? []).toString('utf8'), isMedia ? { bytes: value.length } : textValue(value.toString('utf8'))]
  }))
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

export const jsonReply = (answer: object) => reply(Buffer.from(JSON.stringify(answer)), 'application/json; charset=utf-8', 0)
export const pictureReply = (png: Buffer) => reply(png, 'image/png', 0)
/** WeChat's gateway turns it away; nothing reaches the API. */
export const gatewayReply = (errorCode: number) => reply(Buffer.alloc(0), 'text/plain', errorCode)

/** CommOpenApiResp { 1: respData, 2: contentType, 3: errorCode, 4: httpCode } */
function reply(data: Buffer, contentType: string, errorCode: number): Buffer {
  const writer = protobuf.Writer.create()
  writer.uint32(10).bytes(data)
  writer.uint32(18).string(contentType)
  writer.uint32(24).int32(errorCode)
  writer.uint32(32).uint32(200)
  return Buffer.from(writer.finish())
}
