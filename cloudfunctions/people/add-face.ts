import { createHash } from 'node:crypto'
import type { addFace, myFaces } from '../../contract/people/add-face'
import { addPersonOnce, facesOf, findPerson, mostFaces, personRecord } from '../_shared/records/people'
import type { Handler } from '../_shared/serve'

/** The key comes from the record's id and who adds them, so that a repeat is the same neighbour and nobody else can name them beforehand. */
export const handleAddFace: Handler<typeof addFace> = async ({ recordId, callName, building = null }, { caller, refuse }) => {
  const { communityId } = (await findPerson(caller.personKey)) ?? { communityId: null }
  if (communityId === null) return refuse('choose-community-first')
  const personKey = `f${createHash('sha256').update(`${caller.personKey} ${recordId}`).digest('hex').slice(0, 24)}`
  if (!(await caller.mayWrite([callName, building ?? ''], 'profile'))) return refuse('words-refused')
  const faces = await facesOf(caller.personKey)
  if (faces.length >= mostFaces && !faces.some(({ _id }) => _id === personKey)) return refuse('too-many')
  const { record } = await addPersonOnce(personRecord(personKey, { callName, building, communityId, vouchedBy: caller.personKey }))
  if (record.vouchedBy !== caller.personKey || record.callName !== callName || record.building !== building) return refuse('record-id-taken')
  return { personKey, callName, building }
}

export const handleMyFaces: Handler<typeof myFaces> = async (_input, { caller }) => ({
  faces: (await facesOf(caller.personKey)).map(({ _id, callName, building }) => ({ personKey: _id, callName: callName ?? '邻居', building })),
})
