/** Everything kept about the person: to see, to take along, and to have erased. */
import type { Answer, Output } from '#contract/call'
import { eraseMe, eraseWord } from '#contract/people/erase'
import { myData } from '#contract/people/my-data'
import { emptyAllBut } from '../platform/drawer'
import { call } from './call'
import { fetchStore } from './fetched'
import { forgetEverything } from './forgettable'
import { useKnown } from './known-person'

export type MyData = Output<typeof myData>

export const useMyData = fetchStore(myData)

/** A call takes along as much as fits into it. */
const mostCalls = 20

/** Goes on until all of it is gone, and then clears this phone. Whoever is not known any more is forgotten already. */
export async function eraseMyself(): Promise<Answer<typeof eraseMe>> {
  let answer = await call(eraseMe, { word: eraseWord })
  for (let calls = 1; answer.ok && !answer.value.done && calls < mostCalls; calls += 1) answer = await call(eraseMe, { word: eraseWord })
  if (!answer.ok && answer.failure === 'who-are-you') answer = { ok: true, value: { done: true } }
  if (answer.ok && answer.value.done) forgetOnThisPhone()
  return answer
}

/** What pages hold and what lies in storage, but for the size of type, that says nothing about anybody, and what others who held this phone have not sent yet. */
function forgetOnThisPhone(): void {
  const me = useKnown.getState().person?.personKey
  emptyAllBut(['type-size'], (name, content) => /^(queue|photo)\//.test(name) && isOfAnother(content, me))
  forgetEverything()
}

function isOfAnother(content: unknown, me: string | undefined): boolean {
  const { owner } = (content ?? {}) as { owner?: unknown }
  return typeof owner === 'string' && owner !== '' && owner !== me
}
