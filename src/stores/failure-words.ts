/** Chinese words for what any call may answer; a page adds the words for the refusals of its own calls. */
import type { Answer, Call, CommonFailure, Failure } from '#contract/call'

export type Failed<C extends Call> = Extract<Answer<C>, { ok: false }>

/** A record with a sentence for each refusal: leaving one out does not compile. */
export type Refusals<C extends Call> = Record<Failure<C>, string>

const common: Record<CommonFailure, string> = {
  'bad-input': '填写的内容不完整，请检查后再试',
  'who-are-you': '还没认出您来，请再试一次',
  'not-allowed': '您没有这项权限',
  'too-fast': '点得太快了，请歇一会儿再试',
  internal: '社区那边出了点问题，过一会儿再试',
  offline: '没连上网，填的内容都还在',
}

/** What the schema said in Chinese wins for bad input; a refusal that this version does not know yet says what the server said. */
export function wordsOf<C extends Call>(failed: Failed<C>, refusals: Refusals<C>): string {
  const { failure, message } = failed
  if (failure === 'bad-input' && message) return message
  if (failure in common) return common[failure as CommonFailure]
  return refusals[failure as Failure<C>] ?? message ?? common.internal
}

/** Did the record perhaps arrive, so that only the same record may be sent again? */
export function mayHaveArrived(failed: { failure: string }): boolean {
  return failed.failure === 'offline' || failed.failure === 'internal'
}

const mayBeOtherwise = new Set<string>(['internal', 'too-fast', 'who-are-you'] satisfies CommonFailure[])

/** For a page that could not be fetched: what happened, what is safe, and whether once more may help. */
export function troubleOf<C extends Call>(failed: Failed<C>, refusals: Refusals<C>, what: string): { title: string; words: string; again: boolean } {
  if (failed.failure === 'offline') return { title: '没连上网', words: `${what}没取到，填过的都还在。`, again: true }
  const title = wordsOf(failed, refusals)
  return { title, words: '', again: mayBeOtherwise.has(failed.failure) }
}
