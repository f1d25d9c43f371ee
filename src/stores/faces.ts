/** 熟面孔: the neighbours without WeChat whom the person registers for. */
import type { Answer, Output } from '#contract/call'
import { addFace, myFaces } from '#contract/people/add-face'
import { call } from './call'
import { fetchStore } from './fetched'
import { onForget } from './forgettable'
import { newRecordId } from './record'

export type Face = Output<typeof myFaces>['faces'][number]

export const useFaces = fetchStore(myFaces)

/** By the words in which a neighbour was typed: a lost answer makes no second one of them. */
const adding = new Map<string, string>()
onForget(() => adding.clear())

export async function addNeighbour(neighbour: { callName: string; building?: string }): Promise<Answer<typeof addFace>> {
  const words = JSON.stringify([neighbour.callName, neighbour.building])
  const recordId = adding.get(words) ?? newRecordId()
  adding.set(words, recordId)
  const answer = await call(addFace, { ...neighbour, recordId })
  if (!answer.ok) return answer
  adding.delete(words)
  const { value } = useFaces.getState()
  const others = value?.faces.filter(({ personKey }) => personKey !== answer.value.personKey) ?? []
  useFaces.setState({ value: { faces: [...others, answer.value] } })
  return answer
}
