/** Who is calling: a person by key, with the roles granted to them. The openid stays in this file and the `openids` collection. */
import { askAboutPicture } from './media-check'
import { mintPerson, personOf, type OpenidRecord } from './records/openids'
import { rowOf, type CallName, type Role } from './rules/matrix'
import { isTextAllowed, type TextScene } from './text-check'

export interface Grant { role: Role; unitId: string; /** The person's number in the unit; absent where it was granted before there were any. */ number?: number }

export interface Caller {
  personKey: string
  grants: readonly Grant[]
  /** 熟面孔 for whom they register, as a copy says that may lack some (records/openids.ts). */
  faces: readonly string[]
  /** May this caller make the call for a unit with this path (root … unit)? */
  may(call: string, path: readonly string[]): boolean
  /** May this caller make the call for any unit at all? */
  mayAnywhere(call: string): boolean
  /** May these words of the caller be kept, as WeChat judges them now (text-check.ts)? One question for all; never throws. */
  mayWrite(texts: readonly string[], scene: TextScene): Promise<boolean>
  /** Asks WeChat whether everybody may see the picture at this address, which must last some minutes (media-check.ts). Never throws. */
  askAboutPicture(address: string): Promise<string | null>
}

/** The one call by which somebody becomes known. Were it any call, one that broke off would leave a key behind and nothing else. */
const introduction: CallName = 'people/who-am-i'

/** The one call that somebody who is being erased may still make: it goes on. */
const farewell: CallName = 'people/erase'

/** Null: nobody is known by this openid, and this call does not change that. `now` in ms. */
export async function callerOf(openid: string, call: string, now: number): Promise<Caller | null> {
  const known = await personOf(openid)
  const person = known && (!known.leaving || call === farewell) ? known : (call === introduction ? await mintPerson(openid, now) : null)
  return person && callerWith(person, { mayWrite: (texts, scene) => isTextAllowed(openid, texts, scene), askAboutPicture: (address) => askAboutPicture(openid, address) })
}

function callerWith({ personKey, roles: grants, faces = [] }: OpenidRecord, wechat: Pick<Caller, 'mayWrite' | 'askAboutPicture'>): Caller {
  const holds = (call: string, covers: (grant: Grant) => boolean) => {
    const row = rowOf(call)
    if (row === null || row === 'timer') return false
    if (row === 'everyone') return true
    return grants.some((grant) => row.includes(grant.role) && covers(grant))
  }
  return {
    personKey,
    grants,
    faces,
    may: (call, path) => holds(call, (grant) => path.includes(grant.unitId)),
    mayAnywhere: (call) => holds(call, () => true),
    ...wechat,
  }
}
