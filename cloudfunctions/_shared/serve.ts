/**
 * From a cloud function's event to its answer: who → what → do → answer. The only try/catch.
 * A refusal is a value named in the contract; bad input, who are you and not allowed are answered here alone; anything thrown is a
 * fault, logged once without its input, answered `internal`. What nobody of ours sends is logged too, without a word of it (docs/logs.md).
 */
import * as v from 'valibot'
import type { Answer, Call, CommonFailure, Failure, Input, Output } from '../../contract/call'
import { callerOf, type Caller } from './caller'
import { readContext, type Context } from './cloud'
import { isTooFast } from './pace'
import { noteFailed, noteWell } from './records/jobs'
import { rowOf, type CallName, type JobName } from './rules/matrix'
import { NoKeys } from './secrets/keys'

export interface Refusal<F extends string = string> { readonly refusal: F }

export interface Scene<C extends Call> {
  caller: Caller
  /** Server time in ms; given, so that rules never read a clock. */
  now: number
  refuse(failure: Failure<C>): Refusal<Failure<C>>
  /** Another call's input as if it had come by itself, now and from the same caller: its schema, its right, its handler. A fault in it is its own. */
  judge(served: Served, input: unknown): Promise<Answer<Call>>
}

export type Handler<C extends Call> = (input: Input<C>, scene: Scene<C>) => Promise<Output<C> | Refusal<Failure<C>>>

export interface Served { call: Call; handle: Handler<Call> }

/** Binds a call to its handler; the types of both must agree, and somebody must have been allowed to make it. */
export function bind<C extends Call<Exclude<CallName, JobName>>>(call: C, handle: Handler<C>): Served {
  return { call, handle: handle as unknown as Handler<Call> }
}

/** A job that only the platform's timer may start. */
export interface Job { name: JobName; run(now: number): Promise<unknown> }

/** Throws where a name has no row: such a function does not even build. */
export function serve(subject: string, served: readonly Served[], timer?: Job) {
  for (const name of [...served.map((one) => one.call.name), ...(timer ? [timer.name] : [])]) {
    if (rowOf(name) === null || !name.startsWith(`${subject}/`)) throw new Error(`${name} of the function ${subject} has no row in _shared/rules/matrix.ts: who may call it?`)
  }
  const calls = new Map(served.map((one) => [one.call.name, one]))
  return async function main(event: unknown): Promise<Answer<Call>> {
    const context = readContext()
    const now = Date.now()
    return { ...(await answer(event, context, now)), at: new Date(now).toISOString() }
  }

  async function answer(event: unknown, context: Context, now: number): Promise<Answer<Call>> {
    const name = `${subject}/${callOf(event)}`
    const { openid } = context
    return withoutFaults(name, openid, async () => {
      if (context.timer) {
        if (timer && rowOf(timer.name) === 'timer') await watched(timer, now)
        return { ok: true, value: null }
      }
      const one = calls.get(name)
      if (!one || openid === null || rowOf(name) === null) {
        noteRefused({ call: one ? name : subject, refused: 'no-such-call' })
        return failed('not-allowed', '没有这个功能')
      }
      const tooFast = isTooFast(openid, now)
      if (tooFast === 'just-now') noteRefused({ call: name, refused: 'too-fast' })
      if (tooFast) return failed('too-fast', '点得太快了，请歇一会儿再试')
      return judged(one, inputOf(event), { openid, now, callerOf: () => callerOf(openid, name, now) })
    })
  }
}

interface Asking { openid: string; now: number; callerOf(): Promise<Caller | null> }

async function judged({ call, handle }: Served, sent: unknown, asking: Asking): Promise<Answer<Call>> {
  const { openid, now } = asking
  const input = v.safeParse(call.input, sent)
  if (!input.success) {
    noteRefused({ call: call.name, refused: 'bad-input' })
    return failed('bad-input', inChinese(input.issues))
  }
  const caller = await asking.callerOf()
  if (!caller) return failed('who-are-you', '还不认识您，请再试一次')
  if (!caller.mayAnywhere(call.name)) {
    noteRefused({ call: call.name, refused: 'not-allowed', by: caller.personKey })
    return failed('not-allowed', '您没有这项权限')
  }
  let foreign: string | undefined
  const watched: Caller = { ...caller, may: (asked, path) => caller.may(asked, path) || (asked === call.name && (foreign = path.at(-1)), false) }
  const outcome = await handle(input.output, {
    caller: watched, now, refuse: (failure) => ({ refusal: failure }),
    judge: (other, its) => withoutFaults(other.call.name, openid, () => judged(other, its, { openid, now, callerOf: async () => caller })),
  })
  if (!isRefusal(outcome)) return { ok: true, value: outcome }
  if (foreign !== undefined) noteRefused({ call: call.name, refused: 'not-allowed', by: caller.personKey, unit: foreign })
  return { ok: false, failure: outcome.refusal }
}

/** By key, and never by a word of what was sent. Who hides behind a call that was refused before anybody asked, the platform's own log says by the request. */
function noteRefused(what: { call: string; refused: 'no-such-call' | 'too-fast' | 'bad-input' | 'not-allowed'; by?: string; unit?: string }): void {
  console.warn(JSON.stringify(what))
}

/** An admin is told of a job that fails or stands still. */
async function watched({ name, run }: Job, now: number): Promise<void> {
  try {
    await run(now)
  } catch (error) {
    await noteFailed(name, now)
    throw error
  }
  await noteWell(name, now)
}

async function withoutFaults(name: string, openid: string | null, work: () => Promise<Answer<Call>>): Promise<Answer<Call>> {
  try {
    return await work()
  } catch (error) {
    console.error(JSON.stringify({ call: name, fault: faultOf(error, openid) }))
    if (error instanceof NoKeys) return failed('internal', '这项功能还没有配置好，请告诉管理员')
    return failed('internal', '服务出了点问题，您填的内容还在，请稍后再试')
  }
}

function failed(failure: CommonFailure, message: string): Answer<Call> {
  return { ok: false, failure: failure as never, message }
}

function callOf(event: unknown): string {
  const call = event !== null && typeof event === 'object' ? (event as { call?: unknown }).call : undefined
  return typeof call === 'string' ? call : ''
}

function inputOf(event: unknown): unknown {
  const input = (event as { input?: unknown }).input
  return input === undefined ? {} : input
}

function isRefusal(outcome: unknown): outcome is Refusal<never> {
  return outcome !== null && typeof outcome === 'object' && 'refusal' in outcome
}

/** The schema's own words where it has some in Chinese; valibot's defaults are English. */
function inChinese(issues: readonly { message: string }[]): string {
  return issues.find((issue) => /\p{Script=Han}/u.test(issue.message))?.message ?? '填写的内容不完整，请检查后再试'
}

/** The SDK's sentence may name the document that was in the way, and one collection is named by openids: that one is struck out. */
function faultOf(error: unknown, openid: string | null): string {
  const text = error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 6).join(' | ') : String((error as { errMsg?: unknown } | null)?.errMsg ?? error)
  return (openid ? text.split(openid).join('***') : text).slice(0, 1200)
}
