import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { asDatabaseFailure } from './database/database'
import type { Answer, Parameters } from './database/actions'
import { Blocked } from './database/transactions'
import { CloudFailure } from './failure'
import { answerOpenApi, type OpenApi } from './openapi'

export type Action = (parameters: Parameters) => Answer | Promise<Answer>

export interface Behind {
  actions: Record<string, Action>
  openApi: OpenApi
  /** The vendor documents one code for a duplicate key, MongoDB's own text under another is also seen. */
  duplicateKey: 'request-failed' | 'duplicate-write'
}

const LARGEST_BODY = 50 * 1024 * 1024

/**
 * `POST /admin`, the one door of the SDK: an action with its parameters in, `{ requestId, data }` or
 * `{ requestId, code, message }` out, HTTP 200 in both cases.
 */
export async function answerAdmin(request: IncomingMessage, response: ServerResponse, { actions, openApi, duplicateKey }: Behind): Promise<void> {
  const requestId = randomUUID()
  try {
    const body = await bodyOf(request)
    const type = request.headers['content-type'] ?? ''
    if (type.startsWith('multipart/form-data')) {
      const answer = answerOpenApi(body, type, openApi)
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(answer)
      return
    }
    const parameters = parse(body)
    const action = Object.hasOwn(actions, String(parameters.action)) ? actions[String(parameters.action)] : undefined
    if (!action) throw new CloudFailure('INVALID_PARAM', `unknown action ${String(parameters.action)}`)
    send(response, { requestId, ...(await untilFree(() => action(parameters))) })
  } catch (failure) {
    const { code, message } = asDatabaseFailure(failure)
    const hidden = code === 'DATABASE_DUPLICATE_WRITE' && duplicateKey === 'request-failed'
    send(response, { requestId, code: hidden ? 'DATABASE_REQUEST_FAILED' : code, message })
  }
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > LARGEST_BODY) throw new CloudFailure('EXCEED_MAX_PAYLOAD_SIZE', 'request body is too large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** A write that meets a transaction's lock waits for the end of the transaction and starts anew. */
async function untilFree(action: () => Answer | Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await action()
    } catch (failure) {
      if (!(failure instanceof Blocked)) throw failure
      await failure.until
    }
  }
}

function parse(body: Buffer): Parameters {
  try {
    const parameters: unknown = JSON.parse(body.toString('utf8'))
    if (typeof parameters === 'object' && parameters !== null) return parameters as Parameters
  } catch {
    // answered below
  }
  throw new CloudFailure('INVALID_PARAM', 'the request is not JSON')
}

function send(response: ServerResponse, answer: object): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer))
}
