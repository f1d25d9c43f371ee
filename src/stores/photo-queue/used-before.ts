/**
 * What this phone remembers of the pictures that went through it: their hashes and what they were for, so that one that is chosen again is
 * noticed before it is kept, also without signal. No picture, no person; the oldest go first.
 */
import type { TiedTo } from '#contract/evidence/attach'
import { isSameTie } from './stored-photo'
import type { PhotoShelf } from './photos-on-phone'

export interface Used { sha256: string; tiedTo: TiedTo; title: string; /** Day in Asia/Shanghai. */ on: string }

const name = 'photos-used'
const most = 300

function used(shelf: PhotoShelf): Used[] {
  const stored = shelf.read(name)
  return Array.isArray(stored) ? (stored as Used[]) : []
}

export function rememberUse(shelf: PhotoShelf, use: Used): void {
  const others = used(shelf).filter((one) => one.sha256 !== use.sha256 || !isSameTie(one.tiedTo, use.tiedTo))
  // Where there is no room it is the community that notices.
  shelf.write(name, [...others, use].slice(-most))
}

/** Where the same picture was used; null: nowhere else, as far as this phone knows. `tiedTo` null: for something that is new. */
export function usedElsewhere(shelf: PhotoShelf, sha256: string, tiedTo: TiedTo | null): Used | null {
  return used(shelf).find((one) => one.sha256 === sha256 && !(tiedTo && isSameTie(one.tiedTo, tiedTo))) ?? null
}
