/**
 * What WeChat thinks of a picture (security.mediaCheckAsync, second form): asked now, told later by a message push. A function that
 * asks lists `security.mediaCheckAsync` in its config.json. Handlers ask through `caller.askAboutPicture`: the openid stays out of them.
 */
import { cloud } from './cloud'

const picture = 2
/** In WeChat's numbers: something that is said about something. */
const comment = 2

/** By which the answer will name the question; null: WeChat could not be asked. Never throws. */
export async function askAboutPicture(openid: string, address: string): Promise<string | null> {
  try {
    const asked = (await cloud.openapi.security.mediaCheckAsync({ version: 2, scene: comment, openid, mediaUrl: address, mediaType: picture } as never)) as { traceId?: unknown }
    return typeof asked.traceId === 'string' ? asked.traceId : null
  } catch (failure) {
    const why = (failure as { errCode?: unknown } | null)?.errCode
    console.error(JSON.stringify({ mediaCheck: 'not asked', why: typeof why === 'number' ? why : 'no number' }))
    return null
  }
}

export interface Finding { traceId: string; /** null: WeChat could not look at it. */ isFine: boolean | null }

/** What a message push says about a picture; null: it is about something else. Only `pass` is fine: nobody here looks again. */
export function findingOf(message: unknown): Finding | null {
  if (message === null || typeof message !== 'object') return null
  const { Event, trace_id: traceId, errcode, result } = message as { Event?: unknown; trace_id?: unknown; errcode?: unknown; result?: { suggest?: unknown } }
  if (Event !== 'wxa_media_check' || typeof traceId !== 'string' || traceId === '') return null
  return { traceId, isFine: errcode === 0 ? result?.suggest === 'pass' : null }
}
