/** 熟面孔 at the door of a session: who is known there, and who is known from now on. */
import type { Answer, Output } from '#contract/call'
import { facesAtDoor, knowFace } from '#contract/attendance/faces'
import { call } from './call'
import { fetchStore } from './fetched'

export type DoorFace = Output<typeof facesAtDoor>['faces'][number]

export const useFacesAtDoor = fetchStore(facesAtDoor)

/** The same words are the same person, however often they are sent. */
export async function meet(sessionId: string, words: { callName: string; building?: string }): Promise<Answer<typeof knowFace>> {
  const answer = await call(knowFace, { sessionId, ...words })
  const { value, input } = useFacesAtDoor.getState()
  if (answer.ok && value && input?.sessionId === sessionId && value.faces.every(({ personKey }) => personKey !== answer.value.personKey)) {
    useFacesAtDoor.setState({ value: { faces: [...value.faces, answer.value] } })
  }
  return answer
}

/** By part of the 称呼 or the building; at most as many as one looks through at a door. */
export function facesLike(faces: readonly DoorFace[], typed: string, most = 12): DoorFace[] {
  const words = typed.trim()
  return faces.filter(({ callName, building }) => words === '' || callName.includes(words) || building?.includes(words) === true).slice(0, most)
}
