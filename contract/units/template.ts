import * as v from 'valibot'
import { defineCall } from '../call'

/** The empty spreadsheet to fill in, with an example row; a link that works for a while. */
export const unitTemplate = defineCall({
  name: 'units/template',
  input: v.object({}),
  output: v.object({ url: v.string(), name: v.string() }),
  failures: [],
})
