import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, UnitBrief, count } from '../values'

/** Characters. A report that needs more words than this is not read. */
export const longestTemplate = 8_000

const Mistake = v.object({ /** From 1. */ line: v.number(), what: v.string() })

/** The sentences from which a unit's report is drafted: its own, that of the nearest unit above that has one, or the default. */
export const reportTemplate = defineCall({
  name: 'reports/template',
  input: v.object({ unitId: Id }),
  output: v.object({
    text: v.string(),
    /** Whose it is; null: the default. */
    of: v.nullable(UnitBrief),
    /** Of the unit's own; 0: it has none. */
    rev: v.number(),
  }),
  failures: ['unit-not-found'],
})

/** Keeps a unit's own template, if it has no mistakes; null: back to the one from above. For the unit and all below that have none of their own. */
export const saveTemplate = defineCall({
  name: 'reports/save-template',
  input: v.object({
    unitId: Id,
    text: v.nullable(v.pipe(v.string('请填写模板'), v.maxLength(longestTemplate, `模板最多 ${longestTemplate} 个字`))),
    rev: count('版次', 1_000_000, 0),
  }),
  /** Not empty: nothing was kept. */
  output: v.object({ mistakes: v.array(Mistake), rev: v.number() }),
  failures: ['unit-not-found', 'changed-meanwhile'],
})
