/**
 * What a worker wrote at the door when she had not signed up: her 称呼 goes, the people stay counted. It is known as hers by being one of
 * her names, at events of her community, of what is above or below it, or of a host with whom she signed up. A name spelled otherwise
 * cannot be known, and elsewhere the same name is somebody else. Before her names go: afterwards nothing tells which they were.
 */
import { blankNamesAtTheDoor } from '../_shared/records/counts'
import { hostsOf } from '../_shared/records/events'
import { findPerson } from '../_shared/records/people'
import type { RegistrationRecord } from '../_shared/records/registrations'
import { findUnit } from '../_shared/records/units'
import { monthOf } from '../_shared/rules/calendar'
import { unnamed } from '../_shared/rules/seats'

/** `own`: registrations of herself. Safe to repeat. */
export async function forgetAtTheDoor(personKey: string, own: readonly RegistrationRecord[], now: number): Promise<void> {
  const me = await findPerson(personKey)
  const names = new Set([me?.callName ?? unnamed, ...own.map(({ callName }) => callName)])
  names.delete(unnamed)
  if (names.size === 0) return
  const community = me?.communityId ? await findUnit(me.communityId, monthOf(now)) : null
  const hosts = new Set([...(community?.path ?? []), ...(await hostsOf(own.map(({ eventId }) => eventId)))])
  await blankNamesAtTheDoor([...names], (path) => hosts.has(path[path.length - 1] ?? '') || (community !== null && path.includes(community._id)))
}
