/** Each writing call is safe to repeat from wherever it broke off. Thinned to the points that differ; all of them: `npm run prove`. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matrix } from '../../cloudfunctions/_shared/rules/matrix'
import { openStage, type OpenStage } from './walk-calls'
import { thinned } from './walk-operations'
import { writingCalls } from './writing-calls'

/** They write nothing. */
const readingCalls = [
  'events/list', 'events/search', 'events/past', 'events/drafts', 'events/get', 'registrations/mine', 'registrations/entry-key', 'registrations/answers', 'attendance/venue-code', 'attendance/sessions-of-day', 'attendance/roster', 'attendance/sheet', 'work/list', 'work/versions', 'work/own-months', 'evidence/list', 'evidence/public',
  'totals/month', 'totals/facts', 'reports/draft', 'units/tree', 'roles/list', 'roles/invitation-picture', 'people/phone-from-wechat', 'suggestions/mine', 'suggestions/list', 'notices/mine', 'notices/unseen', 'notices/unseen-counts', 'audit/verify', 'people/faces', 'people/my-data',
]

let stage: OpenStage
beforeAll(async () => { stage = await openStage() })
afterAll(() => stage.stop())

test('every call of the matrix is walked over, or is known to write nothing', () => {
  expect([...new Set([...readingCalls, ...writingCalls.map(({ call }) => call)])].sort()).toEqual(Object.keys(matrix).sort())
})

test.each(writingCalls)('$call ($when): broken off anywhere and repeated, it was made once; never repeated, once or not at all', async (writing) => {
  expect((await stage.walk(writing, thinned)).operations).toBeGreaterThan(0)
}, 180_000)
