/** A fact that comes while its month is approved is counted in it, or is a 更正 that is told so and noted. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { meetAtApproval } from './arrival-race'
import { bundleUnguarded } from './bundle-unguarded'

const [start, commit] = ['database.startTransaction', 'database.commitTransaction'] as const
/** Before the approval closed the month: it sees that its figures are out of date. */
const first = { told: 'counted', said: 'changed-since', noted: 0, corrections: 0 }
/** After it: whoever sent it is told, and the audit has it. */
const late = { told: 'correction', said: 'approved', noted: 1, corrections: 1 }

const landsAfterTheCounting: Parameters<typeof meetAtApproval>[0] = async ({ approve, arrive, meeting }) => {
  const counted = meeting.stop('reports', start)
  const approval = approve()
  await counted.reached
  const told = await arrive()
  counted.letGo()
  return [told, await approval]
}
const closesAfterTheLook: Parameters<typeof meetAtApproval>[0] = async ({ approve, arrive, meeting }) => {
  const looked = meeting.stop('work', start)
  const fact = arrive()
  await looked.reached
  const said = await approve()
  looked.letGo()
  return [await fact, said]
}

test('it lands between the counting and the closing: the approval counts again and sees it', async () => {
  expect(await meetAtApproval(landsAfterTheCounting)).toEqual(first)
}, 60_000)

test('the month is closed between the look and the writing: a 更正, told and noted', async () => {
  expect(await meetAtApproval(closesAfterTheLook)).toEqual(late)
}, 60_000)

test('it comes while the approval is about to commit: it waits for that, and is a 更正', async () => {
  expect(await meetAtApproval(async ({ approve, arrive, meeting }) => {
    const closing = meeting.stop('reports', commit)
    const approval = approve()
    await closing.reached
    // Its first transaction meets the approval's, its second one is held until the approval is through.
    const again = meeting.stop('work', start, 2)
    const fact = arrive()
    await again.reached
    closing.letGo()
    const said = await approval
    again.letGo()
    return [await fact, said]
  })).toEqual(late)
}, 60_000)

test('the approval comes while it is about to commit: the approval waits for that, counts again and sees it', async () => {
  expect(await meetAtApproval(async ({ approve, arrive, meeting }) => {
    const landing = meeting.stop('work', commit)
    const fact = arrive()
    await landing.reached
    const again = meeting.stop('reports', start, 2)
    const approval = approve()
    await again.reached
    landing.letGo()
    const told = await fact
    again.letGo()
    return [told, await approval]
  })).toEqual(first)
}, 60_000)

test('what changes no figure has it counted again and approved; what comes at every counting has it refused', async () => {
  const meeting = (times: number) => meetAtApproval(async ({ approve, correct, meeting: { stop } }) => {
    const closings = Array.from({ length: times }, (_, n) => stop('reports', start, n + 1))
    const approval = approve()
    const told: string[] = []
    for (const closing of closings) {
      await closing.reached
      told.push(await correct())
      closing.letGo()
    }
    return [told.join(), await approval]
  })
  expect(await meeting(1)).toEqual({ told: 'counted', said: 'approved', noted: 0, corrections: 0 })
  expect(await meeting(3)).toEqual({ told: 'counted,counted,counted', said: 'changed-since', noted: 0, corrections: 0 })
}, 60_000)

test('the control: asked only before it is written, it is told as counted, is a 更正 all the same, and is not noted', async () => {
  const functionsDir = mkdtempSync(join(tmpdir(), 'linli-unguarded-'))
  try {
    for (const name of ['work', 'reports']) await bundleUnguarded(functionsDir, 'unguarded-outcome.ts', { name, record: 'outcome-of-month' })
    expect(await meetAtApproval(landsAfterTheCounting, { functionsDir })).toEqual({ told: 'counted', said: 'approved', noted: 0, corrections: 1 })
  } finally {
    rmSync(functionsDir, { recursive: true, force: true })
  }
}, 60_000)
