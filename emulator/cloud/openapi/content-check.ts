import { randomUUID } from 'node:crypto'
import { APP_ID } from '../functions/environment'
import { Refusal } from '../failure'

const MOST_CHARACTERS = 2500
const VISIT_COUNTS_MS = 2 * 3600_000

/** What WeChat finds in a picture; `lost`: its answer never comes. */
export type Finding = 'pass' | 'review' | 'risky' | 'lost'
interface Waiting { openid: string; mediaUrl: string; traceId: string }

/** 内容安全: texts are judged at once, pictures by a push that comes later. */
export class ContentCheck {
  readonly #visits = new Map<string, number>()
  #waiting: Waiting[] = []

  constructor(
    private readonly now: () => number,
    private readonly riskyWords: readonly string[],
  ) {}

  /** The person uses the mini program now. */
  visited(openid: string): void {
    this.#visits.set(openid, this.now())
  }

  text(data: Record<string, unknown>): object {
    const { content, title, nickname, signature } = data
    if (typeof content !== 'string' || content === '') throw new Refusal(44002, 'empty post data')
    const said = JSON.stringify([content, title, nickname, signature])
    const isRisky = this.riskyWords.some((word) => said.includes(word))
    this.#requirePerson(data)
    if ([...content].length > MOST_CHARACTERS) throw new Refusal(45002, 'content size out of limit')
    return { trace_id: randomUUID(), ...verdict(isRisky ? 'risky' : 'pass') }
  }

  media(data: Record<string, unknown>): object {
    const { media_url: mediaUrl, media_type: type } = data
    if (typeof mediaUrl !== 'string' || mediaUrl === '') throw new Refusal(44002, 'empty post data')
    if (type !== 1 && type !== 2) throw new Refusal(47001, 'data format error: media_type')
    const openid = this.#requirePerson(data)
    const traceId = randomUUID()
    this.#waiting.push({ openid, mediaUrl, traceId })
    return { trace_id: traceId }
  }

  /** What WeChat sends for what was asked so far. A picture that its address no longer leads to is not judged. */
  async pushes(finding: Finding, reaches: (address: string) => Promise<boolean>): Promise<object[]> {
    const waiting = this.#waiting.splice(0)
    if (finding === 'lost') return []
    return Promise.all(waiting.map(async ({ openid, mediaUrl, traceId }) => ({
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(this.now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: APP_ID,
      trace_id: traceId,
      version: 2,
      ...((await reaches(mediaUrl)) ? { errcode: 0, errmsg: 'ok', ...verdict(finding) } : { errcode: -1008, errmsg: 'download failed' }),
    })))
  }

  /** Whoever wrote it used the mini program within two hours. */
  #requirePerson({ version, scene, openid }: Record<string, unknown>): string {
    // The first form, without a version, checks neither the person nor the length
    if (version !== 2) throw new Refusal(47001, 'data format error: version')
    if (typeof openid !== 'string' || openid === '') throw new Refusal(40003, 'invalid openid')
    if (![1, 2, 3, 4].includes(Number(scene))) throw new Refusal(40129, 'invalid scene')
    const last = this.#visits.get(openid)
    if (last === undefined || this.now() - last > VISIT_COUNTS_MS) throw new Refusal(61010, 'code is expired')
    return openid
  }
}

function verdict(suggest: 'pass' | 'review' | 'risky'): object {
  const result = { suggest, label: suggest === 'pass' ? 100 : 20001 }
  return { result, detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }] }
}
