import { addUnit } from '../../contract/units/add'
import { importUnits } from '../../contract/units/import'
import { moveUnit } from '../../contract/units/move'
import { setProfileLine, unitProfile } from '../../contract/units/profile'
import { renameUnit } from '../../contract/units/rename'
import { unitTemplate } from '../../contract/units/template'
import { unitTree } from '../../contract/units/tree'
import { bind, serve } from '../_shared/serve'
import { handleAdd } from './add'
import { finishImports } from './finish-imports'
import { handleImport } from './import'
import { handleMove } from './move'
import { handleProfile } from './profile'
import { handleRename } from './rename'
import { handleSetProfileLine } from './set-profile-line'
import { handleTemplate } from './template'
import { handleTree } from './tree'

export const main = serve('units', [
  bind(unitTree, handleTree),
  bind(addUnit, handleAdd),
  bind(renameUnit, handleRename),
  bind(moveUnit, handleMove),
  bind(importUnits, handleImport),
  bind(unitTemplate, handleTemplate),
  bind(unitProfile, handleProfile),
  bind(setProfileLine, handleSetProfileLine),
], finishImports)
