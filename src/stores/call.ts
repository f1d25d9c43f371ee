/**
 * The one way from a screen to a cloud function. Whatever happens on the way comes back in one shape: a value, a named
 * refusal, or `offline` for a lost network, a timeout and an answer that is none. Never throws.
 */
import type * as v from 'valibot'
import type { Answer, Call } from '#contract/call'
import { eraseMe } from '#contract/people/erase'
import { whoAmI } from '#contract/people/who-am-i'
import { callFunction } from '../platform/cloud'
import { isSending } from './before-sending'
import { measureClock } from './server-clock'

/** What a caller passes: fields with a default may be left out. */
export type Sent<C extends Call> = v.InferInput<C['input']>

/** Longer than a cold start on a bad line; after it the person is told and may try again, with the same record id. */
const patience = 20_000

const inFlight = new Map<string, Promise<unknown>>()

/** The same call with the same input while one is under way is that one: a double tap sends once. */
export async function call<C extends Call>(contract: C, input: Sent<C>): Promise<Answer<C>> {
  const key = `${contract.name} ${JSON.stringify(input)}`
  const running = inFlight.get(key) ?? known(contract, input)
  inFlight.set(key, running)
  try {
    return (await running) as Answer<C>
  } finally {
    inFlight.delete(key)
  }
}

/** How often who-am-i was answered: what was sent before an answer needs no introduction of its own. */
let introductions = 0

/** Whoever is new says so first and comes again, once: nobody sees it. Several calls of a newcomer at once share the introduction. */
async function known<C extends Call>(contract: C, input: Sent<C>): Promise<Answer<C>> {
  const before = introductions
  const answer = await attempt(contract, input)
  if (contract.name === whoAmI.name) {
    if (answer.ok) introductions += 1
    return answer
  }
  // Whoever is not known has nothing to be forgotten, and does not become known by asking for it.
  if (answer.ok || answer.failure !== 'who-are-you' || contract.name === eraseMe.name) return answer
  const introduced = introductions > before ? null : await call(whoAmI, {})
  return introduced?.ok === false ? introduced : attempt(contract, input)
}

async function attempt<C extends Call>(contract: C, input: Sent<C>): Promise<Answer<C>> {
  const [subject = '', name = ''] = contract.name.split('/')
  isSending()
  try {
    const answer = await send(subject, { call: name, input })
    return isAnswer<C>(answer) && isForThis(input, answer) && isSomebody(contract, answer) ? answer : { ok: false, failure: 'offline' }
  } catch {
    return { ok: false, failure: 'offline' }
  }
}

function send(subject: string, data: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error('timeout')), patience)
    const sentAt = Date.now()
    const settle = (finish: () => void) => { clearTimeout(giveUp); finish() }
    const arrive = (answer: unknown) => {
      measureClock(sentAt, Date.now(), (answer as { at?: string } | null | undefined)?.at)
      resolve(answer)
    }
    callFunction(subject, data).then((answer) => settle(() => arrive(answer)), (error: unknown) => settle(() => reject(error)))
  })
}

/** The envelope only: outputs are not parsed again, so that a function may be newer than the app on a phone. */
function isAnswer<C extends Call>(answer: unknown): answer is Answer<C> {
  if (answer === null || typeof answer !== 'object') return false
  const { ok, failure } = answer as { ok?: unknown; failure?: unknown }
  return (ok === true && 'value' in answer) || (ok === false && typeof failure === 'string')
}

/** A receipt for another record is no receipt: the record stays on the device. */
function isForThis<C extends Call>(input: Sent<C>, answer: Answer<C>): boolean {
  const sent = recordIdOf(input)
  const back = answer.ok ? recordIdOf(answer.value) : undefined
  return sent === undefined || back === undefined || sent === back
}

/** A login page knows nobody, and would be taken for whoever holds the phone. */
function isSomebody(contract: Call, answer: Answer<Call>): boolean {
  return contract.name !== whoAmI.name || !answer.ok || typeof (answer.value as { personKey?: unknown } | null)?.personKey === 'string'
}

function recordIdOf(value: unknown): unknown {
  return value !== null && typeof value === 'object' ? (value as { recordId?: unknown }).recordId : undefined
}
