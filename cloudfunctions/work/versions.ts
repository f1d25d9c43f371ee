import type { workVersions } from '../../contract/work/versions'
import { findWorkEntry } from '../_shared/records/work-entries'
import type { Handler } from '../_shared/serve'

export const handleVersions: Handler<typeof workVersions> = async ({ entryId }, { caller, refuse }) => {
  const entry = await findWorkEntry(entryId)
  if (!entry || !caller.may('work/versions', entry.path)) return refuse('entry-not-found')
  const versions = entry.versions.map(({ quantity, softness, on, withdrawn, reason, at, by }, index) =>
    ({ rev: index + 1, quantity, softness, on, withdrawn, reason, at, own: by === caller.personKey }))
  return { indicator: entry.indicator, versions: versions.reverse() }
}
