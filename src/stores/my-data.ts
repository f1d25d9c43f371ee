/** Everything kept about the person: to see, to take along, and to have erased. */
import type { Answer, Output } from '#contract/call'
import { eraseMe, eraseWord } from '#contract/people/erase'
import { myData } from '#contract/people/my-data'
import { emptyAllBut } from '../platform/drawer'
import { call } from './call'
import { useEvent } from './events'
import { useFaces } from './faces'
import { fetchStore } from './fetched'
import { useHome } from './home'
import { useMe } from './people'
import { forgetGivenBack, useMine } from './registrations'
import { useMySuggestions, useSuggestDraft } from './suggestions'

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

const nothing = { input: null, value: null, failed: null }

/** What pages hold and what lies in storage, but for the size of type: that says nothing about anybody. */
function forgetOnThisPhone(): void {
  useMe.setState(nothing)
  useMine.setState(nothing)
  useFaces.setState(nothing)
  useMyData.setState(nothing)
  useMySuggestions.setState(nothing)
  useEvent.setState({ value: null })
  useHome.setState({ home: null })
  forgetGivenBack()
  useSuggestDraft.getState().startAgain()
  emptyAllBut(['type-size'])
}
