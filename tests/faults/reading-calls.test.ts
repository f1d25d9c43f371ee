/** What is not walked over because it writes nothing: each is asked, is answered, and has sent nothing but what reads. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openidOf } from '../../emulator/world/cast'
import { openEvening, type Evening } from '../functions/community-evening'
import { prepare, readingCalls } from './reading-calls'

/** WeChat is asked for a number and for the drawing of a code, and keeps nothing of either. */
const reads = /^database\.(getDocument|calculateDocument|aggregateDocuments)$|^storage\.(batchGetDownloadUrl|get)$|^phonenumber\.getPhoneNumber$|^wxacode\.getUnlimited$/

let evening: Evening
let there: Awaited<ReturnType<typeof prepare>>
beforeAll(async () => {
  evening = await openEvening()
  there = await prepare(evening)
})
afterAll(() => evening.stop())

test.each(Object.entries(readingCalls))('%s reads, and no more', async (call, [who, input]) => {
  const [functionName = '', name] = call.split('/')
  const { cloud } = evening
  // That a timer's job ran is noted, at most every ten minutes: it was noted before.
  if (who === null) await cloud.invoke(functionName, { source: 'timer' })
  const heard = cloud.faults.listen(functionName)
  const answer = await cloud.invoke(functionName, who === null ? { source: 'timer' } : { openid: openidOf(who), data: { call: name, input: input(there) } })
  expect(answer).toMatchObject({ ok: true })
  expect(heard.length).toBeGreaterThan(0)
  expect(heard.filter((action) => !reads.test(action))).toEqual([])
  cloud.faults.disarm()
})
