import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DuplicateKey } from './cloud-options'
import type { Action, Parameters } from './database/actions'
import { Blocked } from './database/transactions'
import { CloudFailure, invalidParam, requestFailed } from './failure'
import { AnswerLost, StorageAway, type Faults } from './faults'
import { ENV_ID } from './functions/environment'
import type { Functions } from './functions/functions'
import { requireAnswerSize } from './limits'
import { openApiCall } from './openapi/envelope'
import type { OpenApi } from './openapi/openapi'
import { refusal } from './refused-actions'
import { bodyOf } from './request-body'

interface Behind {
  actions: Record<string, Action>
  openApi: OpenApi
  functions: Functions
  faults: Faults
  /** Throws when the plan's requests of this second are used up. */
  gate: () => void
  duplicateKey: DuplicateKey
  /** Actions that came and that nobody has thought about. */
  strange: string[]
}

/**
 * `POST /admin`, the one door of the SDK: an action with its parameters in, `{ requestId, data }` or
 * `{ requestId, code, message }` out, HTTP 200 in both cases. openapi is a form, its answer protobuf.
 */
export async function answerAdmin(request: IncomingMessage, response: ServerResponse, behind: Behind): Promise<void> {
  const requestId = randomUUID()
  const { faults, functions, openApi, strange } = behind
  const answer = (fields: object) => requireAnswerSize(JSON.stringify({ requestId, ...fields }))
  const send = (text: string) => void response.setHeader('content-type', 'application/json; charset=utf-8').end(text)
  try {
    const body = await bodyOf(request, response)
    behind.gate()
    const type = request.headers['content-type'] ?? ''
    if (type.startsWith('multipart/form-data')) {
      const call = openApiCall(body, type)
      if (call.action !== 'wx.openApi') throw refusal(call.action, strange)
      const reply = await faults.around(String(call.token), call.api, async () => openApi.answer(call))
      return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(reply)
    }
    const { action: name, envName, wxCloudApiToken: token, ...parameters } = parsed(body)
    if (envName !== undefined && envName !== ENV_ID) throw new CloudFailure('INVALID_ENV', `there is no environment ${String(envName).slice(0, 100)}`)
    const action = Object.hasOwn(behind.actions, String(name)) ? behind.actions[String(name)] : undefined
    if (!action) throw refusal(String(name), strange)
    functions.refuseLate(token, String(name))
    const run = async () => answer(await untilFree(() => action({ ...parameters, wxCloudApiToken: token })))
    send(await faults.around(String(token), String(name), run))
  } catch (failure) {
    if (failure instanceof AnswerLost) return void request.socket.destroy()
    if (failure instanceof StorageAway) return void response.writeHead(503).end()
    // mingo and libsql throw plain errors
    const { code, message } = failure instanceof CloudFailure ? failure : requestFailed(failure instanceof Error ? failure.message : String(failure))
    const hidden = code === 'DATABASE_DUPLICATE_WRITE' && behind.duplicateKey === 'request-failed'
    send(answer({ code: hidden ? 'DATABASE_REQUEST_FAILED' : code, message: message.slice(0, 2000) }))
  }
}

/** A write that meets a transaction's lock waits for its end and starts anew. */
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

function parsed(body: Buffer): Parameters {
  try {
    const parameters: unknown = JSON.parse(body.toString('utf8'))
    if (typeof parameters === 'object' && parameters !== null) return parameters as Parameters
  } catch {
    // answered below
  }
  throw invalidParam('the request is not JSON')
}
