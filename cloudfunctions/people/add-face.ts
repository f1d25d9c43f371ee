import type { addFace, myFaces } from '../../contract/people/add-face'
import { knowFace } from '../_shared/records/faces'
import { facesOf, findPerson, mostFaces } from '../_shared/records/people'
import type { Handler } from '../_shared/serve'

export const handleAddFace: Handler<typeof addFace> = async ({ callName, building = null }, { caller, now, refuse }) => {
  const { communityId } = (await findPerson(caller.personKey)) ?? { communityId: null }
  if (communityId === null) return refuse('choose-community-first')
  if (!(await caller.mayWrite([callName, building ?? ''], 'profile'))) return refuse('words-refused')
  const faces = await facesOf(caller.personKey)
  const isKnown = faces.some((face) => face.communityId === communityId && face.callName === callName && face.building === building)
  if (faces.length >= mostFaces && !isKnown) return refuse('too-many')
  const { personKey } = await knowFace({ communityId, callName, building }, { neighbour: caller.personKey }, now)
  return { personKey, callName, building }
}

export const handleMyFaces: Handler<typeof myFaces> = async (_input, { caller }) => ({
  faces: (await facesOf(caller.personKey)).map(({ _id, callName, building }) => ({ personKey: _id, callName: callName ?? '邻居', building })),
})
