import { unitTree } from '../../contract/units/tree'
import { bind, serve } from '../_shared/serve'
import { handleTree } from './tree'

export const main = serve('units', [
  bind(unitTree, handleTree),
])
