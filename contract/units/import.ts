import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, RecordId } from '../values'

export const importMaxRows = 5_000
export const importMaxBytes = 2 * 1024 * 1024

/** Row and column as the spreadsheet shows them: row 1 is the heading. Column A-D, or null for the whole row. */
export const SheetTrouble = v.object({ row: v.number(), column: v.nullable(v.string()), says: v.string() })

/**
 * Units from a spreadsheet (.xlsx with the template's heading), below a unit or, where there is none yet, as the whole tree.
 * `check` tells what would happen; `import` does it, all or nothing. Safe to repeat: what is there already is left as it is.
 */
export const importUnits = defineCall({
  name: 'units/import',
  input: v.object({ recordId: RecordId, under: Id, fileId: v.pipe(v.string('没有找到文件'), v.maxLength(300, '没有找到文件')), what: v.picklist(['check', 'import'], '请选择先检查还是导入') }),
  output: v.object({
    /** Empty: all is right. At most 100 are told. */
    troubles: v.array(SheetTrouble),
    rows: v.number(),
    /** How many units are new, and how many were there already. */
    added: v.number(),
    known: v.number(),
    imported: v.boolean(),
  }),
  failures: ['unit-not-found', 'upload-not-found', 'not-a-spreadsheet', 'file-too-large', 'too-many-rows', 'changed-meanwhile'],
})
