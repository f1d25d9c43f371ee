import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud } from '../../../emulator/cloud/fixtures/open-test-cloud'
import type { Cloud } from '../../../emulator/cloud/start-cloud'
import { collection } from './collection'

let cloud: Cloud
beforeAll(async () => {
  cloud = await openTestCloud({ indexes: { notes: [] } })
  Object.assign(process.env, cloud.env())
})
afterAll(() => cloud.stop())

const notes = collection<{ _id: string; text: string }>('notes')

test('all documents come, however large a page of them would be', async () => {
  const written = Array.from({ length: 300 }, (_, n) => ({ _id: `n${String(n).padStart(3, '0')}`, text: '晚'.repeat(n % 3 === 0 ? 12_000 : 10) }))
  cloud.db.insertMany('notes', written)
  await expect(notes.list({})).rejects.toMatchObject({ errMsg: expect.stringContaining('1 MB') as unknown })
  expect((await notes.all({})).map(({ _id }) => _id)).toEqual(written.map(({ _id }) => _id))
})

test('what fails for another reason is not asked for without end', async () => {
  await expect(collection('nowhere').all({})).rejects.toMatchObject({ errCode: -502005 })
})

test('a query without a value is refused: it would widen in silence', async () => {
  await expect(notes.all({ text: undefined })).rejects.toThrow('query without a value for text')
})
