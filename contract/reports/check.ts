import * as v from 'valibot'
import { defineCall } from '../call'

/** What the code on a file says: the beginning of the hash of its figures and text. */
const FileCode = v.pipe(v.string('这不是邻里文件上的码'), v.regex(/^[0-9a-f]{32}$/, '这不是邻里文件上的码'))

/** For everybody who has scanned the code of a file: are its figures and text those that were approved? It says that and nothing else, not even of what. */
export const checkFile = defineCall({
  name: 'reports/check',
  input: v.object({ code: FileCode }),
  output: v.object({ standing: v.picklist(['approved', 'not-approved']) }),
  failures: ['no-such-code'],
})
