import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, Parameters } from './database/actions'
import { Blocked } from './database/transactions'
import { CloudFailure, requestFailed } from './failure'
import { AnswerLost, StorageAway, type Faults, type Origin } from './faults'
import { requireAnswerSize } from './limits'
import { ENV_ID } from './functions/environment'
import { openApiCall } from './openapi/envelope'
import type { OpenApi } from './openapi/openapi'
import { refusal } from './refused-actions'
import { bodyOf } from './request-body'

export type Action = (parameters: Parameters) => Answer | Promise<Answer>

export interface Behind {
  actions: Record<string, Action>
  openApi: OpenApi
  faults: Faults
  /** Throws when the plan's requests of this second are used up. */
  gate: () => void
  /** Throws when the invocation of that token is over. */
  refuseLate: (token: unknown, action: string) => void
  /** Which invocation the token of a request belongs to. */
  originOf: (token: unknown) => Origin
  /** The vendor documents one code for a duplicate key, MongoDB's own text under another is also seen. */
  duplicateKey: DuplicateKey
  /** Actions that came and that nobody has thought about. */
  strange: string[]
}
export type DuplicateKey = 'request-failed' | 'duplicate-write'

/**
 * `POST /admin`, the one door of the SDK: an action with its parameters in, `{ requestId, data }` or
 * `{ requestId, code, message }` out, HTTP 200 in both cases.
 */
export async function answerAdmin(request: IncomingMessage, response: ServerResponse, behind: Behind): Promise<void> {
  const requestId = randomUUID()
  const answer = (fields: object) => requireAnswerSize(JSON.stringify({ requestId, ...fields }))
  try {
    const body = await bodyOf(request, response)
    behind.gate()
    const type = request.headers['content-type'] ?? ''
    if (type.startsWith('multipart/form-data')) {
      const call = openApiCall(body, type)
      if (call.action !== 'wx.openApi') throw refusal(call.action, behind.strange)
      const reply = await behind.faults.around(behind.originOf(call.token), call.api, async () => behind.openApi.answer(call))
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(reply)
      return
    }
    const parameters = parse(body)
    if (![undefined, ENV_ID].includes(parameters.envName as string | undefined)) throw new CloudFailure('INVALID_ENV', `there is no environment ${String(parameters.envName).slice(0, 100)}`)
    const name = String(parameters.action)
    const action = Object.hasOwn(behind.actions, name) ? behind.actions[name] : undefined
    if (!action) throw refusal(name, behind.strange)
    behind.refuseLate(parameters.wxCloudApiToken, name)
    send(response, await behind.faults.around(behind.originOf(parameters.wxCloudApiToken), name, async () => answer(await untilFree(() => action(parameters)))))
  } catch (failure) {
    if (failure instanceof AnswerLost) return void request.socket.destroy()
    if (failure instanceof StorageAway) return void response.writeHead(503).end()
    // mingo and libsql throw plain errors
    const { code, message } = failure instanceof CloudFailure ? failure : requestFailed(failure instanceof Error ? failure.message : String(failure))
    const hidden = code === 'DATABASE_DUPLICATE_WRITE' && behind.duplicateKey === 'request-failed'
    send(response, answer({ code: hidden ? 'DATABASE_REQUEST_FAILED' : code, message: message.slice(0, 2000) }))
  }
}

/** A write that meets a transaction's lock waits for the end of the transaction and starts anew. */
export async function untilFree<T>(action: () => T | Promise<T>): Promise<T> {
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

function send(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(text)
}
