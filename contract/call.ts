/**
 * How a call between the mini-program and a cloud function is described. The one place where both sides meet:
 * a call has a name, an input, an output and named refusals. Nothing here knows a database or a screen.
 */
import type * as v from 'valibot'

type Schema = v.GenericSchema

export interface Call<N extends string = string, I extends Schema = Schema, O extends Schema = Schema, F extends string = string> {
  /** `<subject>/<call>`; the subject is the name of the cloud function. */
  readonly name: N
  readonly input: I
  readonly output: O
  readonly failures: readonly F[]
}

export function defineCall<const N extends string, I extends Schema, O extends Schema, const F extends string>(call: Call<N, I, O, F>): Call<N, I, O, F> {
  return call
}

export type Input<C extends Call> = v.InferOutput<C['input']>
export type Output<C extends Call> = v.InferOutput<C['output']>
/** The refusals that this call names for itself. */
export type Failure<C extends Call> = C['failures'][number]

/**
 * What any call may answer besides its own refusals: answered by `serve` alone, and `offline` by the client. `who-are-you`: nobody
 * is known by this openid, and only people/who-am-i makes somebody known; the client's `call` makes it and comes again by itself.
 */
export type CommonFailure = 'bad-input' | 'who-are-you' | 'not-allowed' | 'too-fast' | 'internal' | 'offline'

/** `at`: server time of the answer, by which a device measures its own clock. */
export type Answer<C extends Call> = { at?: string } & (
  | { ok: true; value: Output<C> }
  | { ok: false; failure: Failure<C> | CommonFailure; message?: string }
)
