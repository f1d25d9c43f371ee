import protobuf from 'protobufjs'
import { invalidParam } from '../failure'

/** As far as the SDK's own descriptions go into them here. */
const messages = protobuf.parse(`syntax = "proto3";
  message CommApiData { OpenApiData data = 2; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }
`).root
interface Pair {
  key: string
  value: Uint8Array
  contenttype: string
}

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

function requestData(bytes: Buffer): Record<string, unknown> {
  const { data } = messages.lookupType('CommApiData').decode(bytes) as unknown as { data?: { pairs: Pair[] } }
  return Object.fromEntries((data?.pairs ?? []).map(({ key, value, contenttype }) => [key, contenttype ? { bytes: value.length } : textValue(value)]))
}

function textValue(value: Uint8Array): unknown {
  const text = Buffer.from(value).toString('utf8')
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

function reply(respData: Buffer, contentType: string, errorCode: number): Buffer {
  return Buffer.from(messages.lookupType('CommOpenApiResp').encode({ respData, contentType, errorCode, httpCode: 200 }).finish())
}
