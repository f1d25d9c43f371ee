import { Refusal } from '../failure'

const CLOCK = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`
const DAY = String.raw`(\d{4}年\d{1,2}月(\d{1,2}日)?|\d{1,2}月\d{1,2}日|(\d{4}[-/.])?\d{1,2}[-/.]\d{1,2})`
const orSpan = (moment: string) => new RegExp(`^${moment}(~${moment})?$`)

/** What a value may be, by the type that a key of the template begins with. */
const ALLOWED: Record<string, RegExp> = {
  thing: /^\P{Cc}{1,20}$/u,
  number: /^(?=.{1,32}$)-?\d+(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\p{Cc}]{1,5}$/u,
  character_string: /^[!-~]{1,32}$/,
  time: orSpan(`(${DAY} ?)?${CLOCK}`),
  date: orSpan(`${DAY}( ?${CLOCK})?`),
  amount: /^[^\d\s.]?\d{1,10}(\.\d+)?元?$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^[\p{sc=Han}A-Z\d][A-Z\d]{1,6}[\p{sc=Han}A-Z\d]$/u,
  name: /^(?=.*\p{sc=Han})[^\p{N}\p{Cc}]{1,10}$|^[^\p{N}\p{Cc}\p{sc=Han}]{1,20}$/u,
  phrase: /^\p{sc=Han}{1,5}$/u,
  enum: /^\P{Cc}+$/u,
}

/** Subscribed messages: one consent, one message. */
export class SubscribeMessage {
  readonly #consents = new Map<string, number>()

  constructor(private readonly pages: () => string[]) {}

  /** The person says yes to the template once more. */
  subscribe(openid: string, templateId: string): void {
    const key = JSON.stringify([openid, templateId])
    this.#consents.set(key, (this.#consents.get(key) ?? 0) + 1)
  }

  send({ touser, template_id: templateId, data, page }: Record<string, unknown>): object {
    if (typeof touser !== 'string' || touser === '') throw new Refusal(40003, 'invalid openid')
    if (typeof templateId !== 'string' || templateId === '') throw new Refusal(40037, 'invalid template_id')
    if (page !== undefined && !this.pages().includes(String(page).split('?')[0] ?? '')) throw new Refusal(41030, 'invalid page')
    requireValues(data)
    const key = JSON.stringify([touser, templateId])
    const left = this.#consents.get(key) ?? 0
    if (left === 0) throw new Refusal(43101, 'user refuse to accept the msg')
    this.#consents.set(key, left - 1)
    return {}
  }
}

function requireValues(data: unknown): void {
  const entries = typeof data === 'object' && data !== null ? Object.entries(data) : []
  if (entries.length === 0) throw new Refusal(47003, 'argument invalid! data is empty')
  for (const [key, entry] of entries) {
    const type = key.replace(/\d+$/, '')
    const value = (entry as { value?: unknown } | null)?.value
    const known = Object.hasOwn(ALLOWED, type) && (typeof value === 'string' || typeof value === 'number')
    if (!known || !ALLOWED[type]?.test(String(value))) throw new Refusal(47003, `argument invalid! data.${key}.value invalid`)
  }
}
