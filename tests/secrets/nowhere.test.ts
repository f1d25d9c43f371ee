/** Keys live in the environment of the functions and nowhere else: not in what is built, not in the repository, not in what a world writes down. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptRole } from '../../contract/roles/accept'
import { inviteToRole } from '../../contract/roles/invite'
import { renameUnit } from '../../contract/units/rename'
import { newRecordId, openEvening, valueOf } from '../functions/community-evening'

const root = resolve(__dirname, '../..')

interface Needle { what: string; bytes: Buffer }

/** A secret in every way in which it could stand in a file. */
function needlesOf(name: string, value: string): Needle[] {
  return value.split(',').flatMap((one) => {
    const written = one.slice(one.indexOf(':') + 1)
    const raw = Buffer.from(written, 'base64')
    const texts = [written, ...(raw.length === 32 ? [raw.toString('base64url'), raw.toString('hex'), raw.toString('hex').toUpperCase(), encodeURIComponent(written)] : [])]
    return [...texts.map((text) => ({ what: name, bytes: Buffer.from(text) })), ...(raw.length === 32 ? [{ what: `${name}, raw`, bytes: raw }] : [])]
  })
}

/** Looks like a secret, whoever's it is: a variable of ours with a value, or a key with its id. */
const shapes: readonly RegExp[] = [
  /LINLI_[A-Z_]*(?:KEYS?|CODE|SECRET|TOKEN)[A-Z_]*["']?\]?\s*=\s*["'`]?(?:[A-Za-z0-9_-]{1,16}:[A-Za-z0-9+/=_-]{16,}|[0-9A-Z]{12}\b)/,
  /(?<![A-Za-z0-9+/])[A-Za-z0-9_-]{1,16}:[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])/,
]

function found(files: readonly string[], needles: readonly Needle[]): string[] {
  return files.flatMap((file) => {
    const bytes = readFileSync(file)
    const text = bytes.toString('latin1')
    return [...needles.filter((needle) => bytes.includes(needle.bytes)).map(({ what }) => `${what} in ${file}`), ...shapes.filter((shape) => shape.test(text)).map((shape) => `${shape} in ${file}`)]
  })
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((file) => statSync(file).isFile())
}

/** Keys of this test's world, and of every world that was ever started in this folder. */
let needles: Needle[]
let dataDir: string
const claimCode = '7K4M2Q9XW3DF'
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-secrets-'))
  const world = await openEvening({ dataDir, cloud: { env: { LINLI_CLAIM_CODE: claimCode } } })
  const { code } = valueOf(await world.call('lin', inviteToRole, { recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker', name: '小吴' }))
  valueOf(await world.call('zhang', acceptRole, { code }))
  valueOf(await world.call('lin', renameUnit, { unitId: 'yuyin-1', name: '东区网格', was: String(world.cloud.db.find('units', { _id: 'yuyin-1' })[0]?.['name']) }))
  await world.cloud.invoke('audit', { source: 'timer' })
  // A function that fails writes its log.
  world.cloud.faults.arm({ functionName: 'roles', operation: 1, fault: 'answer-lost', moment: 'before' })
  await world.call('lin', inviteToRole, { recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker', name: '小吴' })
  await world.stop()
  const keyFiles = [join(dataDir, 'keys.json'), ...filesIn(join(root, '.linli')).filter((file) => file.endsWith('keys.json'))]
  const keys = keyFiles.flatMap((file) => Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>))
  needles = [...keys.flatMap(([name, value]) => needlesOf(name, value)), { what: 'LINLI_CLAIM_CODE', bytes: Buffer.from(claimCode) }, { what: 'an invitation code', bytes: Buffer.from(code) }]
}, 60_000)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test.each(['cloudfunctions', 'weapp', 'h5'])('nothing of dist/%s holds a key', (name) => {
  const files = filesIn(join(root, 'dist', name))
  expect(files.length).toBeGreaterThan(10)
  expect(found(files, needles)).toEqual([])
})

test('no committed file holds a key', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').map((name) => join(root, name))
    .filter((file) => existsSync(file) && statSync(file).isFile() && !file.startsWith(__dirname)) // this file says what it looks for
  expect(files.length).toBeGreaterThan(300)
  expect(found(files, needles)).toEqual([])
})

test('no log, document or file of a world holds a key, or a code that was given out', () => {
  const files = filesIn(dataDir).filter((file) => !file.endsWith('keys.json'))
  expect(files.some((file) => file.endsWith('roles.log') && statSync(file).size > 0), 'roles has logged its fault').toBe(true)
  expect(files.some((file) => file.includes('database.sqlite'))).toBe(true)
  expect(found(files, needles)).toEqual([])
})

test('the search finds a key in each of its forms', () => {
  const keys = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')) as Record<string, string>
  const hits = found([join(dataDir, 'keys.json')], needles)
  for (const what of [...Object.keys(keys), String(shapes[1])]) expect(hits.some((hit) => hit.startsWith(`${what} in`)), what).toBe(true)
  for (const { bytes } of needles) expect(needles.some((needle) => Buffer.concat([Buffer.from('x='), bytes]).includes(needle.bytes))).toBe(true)
  for (const text of ['LINLI_CODE_KEYS=k1:abcdefghijklmnopqrstuvwxyz', "process.env['LINLI_CLAIM_CODE'] = '7K4M2Q9XW3DF'", `k20261123:${Buffer.alloc(32, 7).toString('base64')}`]) {
    expect(shapes.some((shape) => shape.test(text)), text).toBe(true)
  }
})
