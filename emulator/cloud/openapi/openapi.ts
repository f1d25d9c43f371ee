import { appendFileSync } from 'node:fs'
import { Refusal } from '../failure'
import type { Ticket } from '../functions/environment'
import type { Functions } from '../functions/functions'
import { ContentCheck } from './content-check'
import { gatewayReply, jsonReply, pictureReply, type OpenApiRequest } from './envelope'
import { publishedPages } from './pages'
import { PhoneNumber } from './phone-number'
import { SubscribeMessage } from './subscribe-message'
import { getUnlimited } from './wxacode'

/** One call of `cloud.openapi.*` that reached WeChat. */
export interface OpenApiCall {
  api: string
  data: Record<string, unknown>
  at: string
  functionName: string
  openid: string | null
  /** 0: done. Anything else: WeChat refused it, and nothing came of it. */
  errcode: number
}

const API_NOT_FOUND = -604100
const NO_PERMISSION = -604101
const ILLEGAL_SOURCE = -604104

const untold = ['touser', 'openid', 'content', 'title', 'nickname', 'signature']

/** WeChat's own server side, as far as Linli calls it. */
export class OpenApi {
  readonly calls: OpenApiCall[] = []
  readonly messages = new SubscribeMessage(publishedPages)
  readonly phones: PhoneNumber
  readonly content: ContentCheck
  readonly #apis: Record<string, (data: Record<string, unknown>) => object>

  constructor(
    /** Calls are noted here, a line each. */
    private readonly log: string,
    private readonly now: () => number,
    private readonly functions: Pick<Functions, 'ticket' | 'configOf'>,
    riskyWords: readonly string[],
  ) {
    this.phones = new PhoneNumber(now)
    this.content = new ContentCheck(now, riskyWords)
    this.#apis = {
      'subscribeMessage.send': (data) => this.messages.send(data),
      'wxacode.getUnlimited': (data) => getUnlimited(data, publishedPages()),
      'security.msgSecCheck': (data) => this.content.text(data),
      'security.mediaCheckAsync': (data) => this.content.media(data),
      'phonenumber.getPhoneNumber': (data) => this.phones.getPhoneNumber(data),
    }
  }

  answer({ api, data, token }: OpenApiRequest): Buffer {
    const from = this.functions.ticket(token)
    if (!from) return gatewayReply(ILLEGAL_SOURCE)
    const call = Object.hasOwn(this.#apis, api) ? this.#apis[api] : undefined
    if (!call) return gatewayReply(API_NOT_FOUND)
    if (!this.functions.configOf(from.functionName).openapi.includes(api)) return gatewayReply(NO_PERMISSION)
    try {
      const answer = call(data)
      this.#note(api, data, from, 0)
      return Buffer.isBuffer(answer) ? pictureReply(answer) : jsonReply({ errcode: 0, errmsg: 'ok', ...answer })
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure
      this.#note(api, data, from, failure.errcode)
      return jsonReply({ errcode: failure.errcode, errmsg: `${failure.message} rid: local` })
    }
  }

  #note(api: string, data: Record<string, unknown>, { functionName, openid }: Ticket, errcode: number): void {
    const made = { api, data, at: new Date(this.now()).toISOString(), functionName, openid, errcode }
    this.calls.push(made)
    // Logs know neither openids nor what people wrote
    const told = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, untold.includes(key) ? '***' : value]))
    appendFileSync(this.log, `${JSON.stringify({ ...made, data: told, openid: undefined })}\n`)
  }
}
