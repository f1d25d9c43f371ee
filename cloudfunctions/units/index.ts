import { addUnit } from '../../contract/units/add'
import { moveUnit } from '../../contract/units/move'
import { renameUnit } from '../../contract/units/rename'
import { unitTree } from '../../contract/units/tree'
import { bind, serve } from '../_shared/serve'
import { handleAdd } from './add'
import { handleMove } from './move'
import { handleRename } from './rename'
import { handleTree } from './tree'

export const main = serve('units', [
  bind(unitTree, handleTree),
  bind(addUnit, handleAdd),
  bind(renameUnit, handleRename),
  bind(moveUnit, handleMove),
])
