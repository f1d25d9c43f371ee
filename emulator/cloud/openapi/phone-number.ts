import { randomUUID } from 'node:crypto'
import { APP_ID } from '../functions/environment'
import { Refusal } from '../failure'

const LIFE_MS = 5 * 60_000

/** A person agrees, the mini program gets a code, a function gets the number for it: once, within five minutes. */
export class PhoneNumber {
  readonly #codes = new Map<string, { openid: string; number: string; at: number }>()

  constructor(private readonly now: () => number) {}

  agree(openid: string, number: string): string {
    const code = randomUUID()
    this.#codes.set(code, { openid, number, at: this.now() })
    return code
  }

  getPhoneNumber({ code, openid }: Record<string, unknown>): object {
    const given = this.#codes.get(String(code))
    this.#codes.delete(String(code))
    const isTheirs = openid === undefined || openid === given?.openid
    if (!given || !isTheirs || this.now() - given.at > LIFE_MS) throw new Refusal(40029, 'invalid code')
    const watermark = { timestamp: Math.floor(given.at / 1000), appid: APP_ID }
    return { phone_info: { phoneNumber: given.number, purePhoneNumber: given.number, countryCode: '86', watermark } }
  }
}
