/** Goes on with an import that broke off after it was accepted. */
import { finishImport, unfinishedImports } from '../_shared/records/unit-imports'
import type { Job } from '../_shared/serve'

export const finishImports: Job = {
  name: 'units/finish-imports',
  async run() {
    for (const record of await unfinishedImports()) await finishImport(record)
  },
}
