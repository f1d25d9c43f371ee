/** Goes on with imports that broke off after they were accepted. */
import { finishImports as finish } from '../_shared/records/unit-imports'
import type { Job } from '../_shared/serve'

export const finishImports: Job = { name: 'units/finish-imports', run: finish }
