import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { killRounds } from '../../tests/kill/kill-rounds'
import { clockLeftIn } from '../world/kept-clock'
import { FIXTURES } from './fixtures/open-test-cloud'
import { startCloud } from './start-cloud'

test('a cloud that is killed under load keeps every write that it acknowledged, and none by half', { timeout: 60_000 }, async () => {
  const seed = Date.now() % 1_000_000
  const { problems, acknowledged, unheard } = await killRounds({ rounds: 3, seed })
  console.log(`killed 3 times (seed ${seed}): ${acknowledged} writes acknowledged, all there; of ${unheard.done + unheard.notDone} unheard ones ${unheard.done} done`)
  expect(problems, `seed ${seed}`).toEqual([])
})

test('the control: a cloud that acknowledges before it has written is found out', { timeout: 60_000 }, async () => {
  const { problems } = await killRounds({ rounds: 3, seed: 7, early: true })
  expect(problems.filter((problem) => problem.includes('lost: '))).not.toEqual([])
})

test('what was cut off in the middle of a line or a file does not stand in the way of the next start', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-torn-'))
  const start = () => startCloud({ dataDir, functionsDir: FIXTURES, indexes: { notes: [] } })
  const first = await start()
  await first.client('o-chen').uploadFile({ cloudPath: 'incoming/a.jpg', fileContent: Buffer.from('a') })
  await first.stop()
  appendFileSync(join(dataDir, 'openapi.jsonl'), '{"api":"subscribeMessage.send","data":{"thi')
  writeFileSync(join(dataDir, 'files/.owners.json.new'), '[["incoming/a.j')
  writeFileSync(join(dataDir, 'files/.0b8f0a52-half'), 'hal')
  writeFileSync(join(dataDir, 'clock.json'), '{"now":"2026-11-27T10:00:00.000Z"}')
  writeFileSync(join(dataDir, 'clock.json.new'), '{"now":"2026-')
  const second = await start()
  await expect(second.client('o-zhang').uploadFile({ cloudPath: 'incoming/a.jpg', fileContent: Buffer.from('b') })).rejects.toThrow('no permission')
  expect(readFileSync(join(dataDir, 'files/incoming/a.jpg'), 'utf8')).toBe('a')
  expect(clockLeftIn(dataDir)).toBe('2026-11-27T10:00:00.000Z')
  await second.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a temporary address holds across a restart, and across two clouds it does not', async () => {
  const folders = [mkdtempSync(join(tmpdir(), 'linli-address-')), mkdtempSync(join(tmpdir(), 'linli-address-'))]
  const start = (dataDir = '') => startCloud({ dataDir, functionsDir: FIXTURES, indexes: { notes: [] }, accessRules: { collections: {} } })
  const first = await start(folders[0])
  const { fileID } = await first.client('o-chen').uploadFile({ cloudPath: 'a.jpg', fileContent: Buffer.from('a') })
  const address = String((await first.client('o-chen').getTempFileURL({ fileList: [fileID] })).fileList[0]?.tempFileURL)
  await first.stop()
  const [same, other] = [await start(folders[0]), await start(folders[1])]
  other.upload('a.jpg', Buffer.from('other'))
  const statuses = await Promise.all([same, other].map(async ({ url }) => (await fetch(address.replace(first.url, url))).status))
  await Promise.all([same.stop(), other.stop()])
  for (const folder of folders) rmSync(folder, { recursive: true })
  expect(statuses).toEqual([200, 403])
})
