/** 熟面孔: the neighbours without WeChat whom the person registers for. */
import type { Answer, Output } from '#contract/call'
import { addFace, myFaces } from '#contract/people/add-face'
import { claimFace } from '#contract/people/claim-face'
import { call } from './call'
import { fetchStore } from './fetched'
import { loadMe } from './people'
import { loadMine } from './registrations'

export type Face = Output<typeof myFaces>['faces'][number]

export const useFaces = fetchStore(myFaces)

/** The same words are the same neighbour, however often they are sent. */
export async function addNeighbour(neighbour: { callName: string; building?: string }): Promise<Answer<typeof addFace>> {
  const answer = await call(addFace, neighbour)
  if (!answer.ok) return answer
  const { value } = useFaces.getState()
  const others = value?.faces.filter(({ personKey }) => personKey !== answer.value.personKey) ?? []
  useFaces.setState({ value: { faces: [...others, answer.value] } })
  return answer
}

/** This WeChat goes on as the 熟面孔 whose code was scanned, so all that is hers is asked anew. Safe to repeat. */
export async function goOnAs(code: string): Promise<Answer<typeof claimFace>> {
  const answer = await call(claimFace, { code })
  if (answer.ok) await Promise.all([loadMe(), loadMine()])
  return answer
}
