/** The way from a phone to the cloud and back: what is lost, late, doubled or answered by a café's login page. */
import type { Chance } from './chance'
import type { Line } from './phone'
import type { VirtualTime } from './virtual-time'

export interface Weather {
  /** Share of calls that get no answer; half of these reach the server all the same. */
  lost: number
  /** One way, in ms. */
  slowest: number
  /** One way at least, in ms; 50 unless told otherwise. */
  fastest?: number
  /** Share that arrives once more, up to ten minutes later. */
  twice: number
  /** Share that arrives up to two hours late: what was sent after it is there before it. */
  late: number
  /** Share that a login page answers with 200. */
  portal: number
}

export const storm: Weather = { lost: 0.3, slowest: 20_000, twice: 0.05, late: 0.05, portal: 0.04 }
export const calm: Weather = { lost: 0, slowest: 300, twice: 0, late: 0, portal: 0 }

const minute = 60_000
/** As a phone gets them: a page, and things that look like an answer. */
const loginPages: readonly unknown[] = ['<html><title>欢迎使用免费WiFi</title></html>', { ok: true, value: {} }, { ok: true, value: { answers: [] } }, { ok: true }, null, '']

interface LineParts {
  time: VirtualTime
  chance: Chance
  weather(): Weather
  hasSignal(): boolean
  /** Answered by the real function at this moment. */
  server(name: string, data: object): Promise<unknown>
  /** The same for a file. */
  storage?(cloudPath: string, bytes: Uint8Array): Promise<{ fileID: string }>
}

export function lineOf({ time, chance, weather, hasSignal, server, storage }: LineParts): Line {
  return {
    call: (name, data) => travel(() => server(name, data), (result) => ({ result })),
    upload: (cloudPath, bytes) => travel(() => storage?.(cloudPath, bytes) ?? Promise.reject(new Error('no storage')), (stored) => stored as { fileID: string }),
  }

  function travel<T>(serve: () => Promise<unknown>, answer: (served: unknown) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const now = weather()
      // Mostly quick, sometimes very slow.
      const oneWay = () => (now.fastest ?? 50) + chance.next() ** 3 * now.slowest
      const fail = (ms: number) => time.after(ms, () => reject(Object.assign(new Error(), { errMsg: 'cloud.callFunction:fail -1 request:fail' })))
      if (!hasSignal()) return void fail(300)
      if (chance.happens(now.portal)) return void time.after(200, () => resolve(answer(chance.oneOf(loginPages))))
      const lost = chance.happens(now.lost)
      // Some lost calls fail at once, and some never end.
      if (lost && chance.happens(0.5)) return void (chance.happens(0.5) && fail(oneWay()))
      const there = oneWay() + (chance.happens(now.late) ? chance.between(minute, 120 * minute) : 0)
      const deliver = async () => {
        const served = await serve().then((came) => ({ came }), () => null)
        if (!lost) time.after(oneWay(), () => (served ? resolve(answer(served.came)) : reject(Object.assign(new Error(), { errMsg: 'cloud:fail' }))))
      }
      time.after(there, deliver)
      if (chance.happens(now.twice)) time.after(there + chance.between(0, 10 * minute), () => serve().catch(() => undefined))
    })
  }
}
