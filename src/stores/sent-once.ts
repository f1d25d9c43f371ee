/** A wish by its words: the same words again after a lost answer are the same record, so that they count once. */
import { onForget } from './forgettable'
import { mayHaveArrived } from './failure-words'
import { newRecordId } from './record'

const wishes = new Map<string, string>()
onForget(() => wishes.clear())

/** `words`: everything that is sent. Once it surely arrived, or surely did not, the same words are a new wish. */
export async function sentOnce<A extends { ok: true } | { ok: false; failure: string }>(words: readonly unknown[], send: (recordId: string) => Promise<A>): Promise<A> {
  const key = JSON.stringify(words)
  const recordId = wishes.get(key) ?? newRecordId()
  wishes.set(key, recordId)
  const answer = await send(recordId)
  if (answer.ok || !mayHaveArrived(answer)) wishes.delete(key)
  return answer
}
