/** WeChat draws a code for a page that does not exist, too: nobody would hear of it before somebody scans. */
import { expect, test } from 'vitest'
import { publishedPages } from '../../../emulator/cloud/openapi/pages'
import { codePages } from './page-codes'

test('codes open pages of this app', () => {
  expect(publishedPages()).toEqual(expect.arrayContaining(Object.values(codePages)))
})
