/** docs/libraries.md lists what is shipped with Linli, as the lock file has it: a library that comes, goes or changes is seen in review and printed anew. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(__dirname, '../..')
interface Locked { version: string; license?: string; integrity?: string; resolved?: string; dev?: boolean; dependencies?: Record<string, string> }
const locked = (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }).packages

/** What the sources of these folders import by name. */
function importedBy(folders: readonly string[]): string[] {
  const files = folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  const names = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/from '((?:@[^/']+\/)?[^./#'@][^/']*)(?:\/[^']*)?'/g)].map(([, name]) => name ?? ''))
  return [...new Set(names)].filter((name) => !name.startsWith('node:')).sort()
}

/** With all that they bring along, by where the lock file has it. */
function closureOf(names: readonly string[]): Map<string, Locked> {
  const found = new Map<string, Locked>()
  const walk = (place: string) => {
    const one = locked[place]
    if (!one || found.has(place)) return
    found.set(place, one)
    for (const name of Object.keys(one.dependencies ?? {})) walk(placeOf(place, name))
  }
  for (const name of names) walk(placeOf('', name))
  return found
}

/** The nearest one, as Node looks for it. */
function placeOf(from: string, name: string): string {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (locked[place] || at === '' || !at.includes('/node_modules/')) return locked[place] ? place : `node_modules/${name}`
  }
}

const onPhones = importedBy(['src', 'contract'])
const inFunctions = importedBy(['cloudfunctions', 'contract'])

test('the list in the docs is what the lock file has', async () => {
  await expect(printed()).toMatchFileSnapshot('../../docs/libraries.md')
})

test('each comes from the registry with a hash, is there for more than building, and what we ask for ourselves has one exact version', () => {
  const shipped = new Map([...closureOf(onPhones), ...closureOf(inFunctions)])
  expect(shipped.size).toBeGreaterThan(60)
  for (const [place, { integrity, resolved, dev, license }] of shipped) {
    expect([place, integrity?.slice(0, 7), dev === true]).toEqual([place, 'sha512-', false])
    expect([place, resolved === undefined || !/^git|github/.test(resolved)]).toEqual([place, true])
    expect([place, license === undefined || !/\bA?GPL\b/.test(license) || /\bOR\b/.test(license)]).toEqual([place, true])
  }
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
  for (const name of [...onPhones, ...inFunctions]) expect([name, dependencies[name]]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)])
})

function printed(): string {
  const table = (asked: readonly string[]) => [
    '| library | version | licence | asked for |', '| --- | --- | --- | --- |',
    ...[...closureOf(asked)].map(([place, { version, license }]) => ({ name: place.slice(place.lastIndexOf('node_modules/') + 13), version, license: license ?? 'see its package' }))
      .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : one.version < other.version ? -1 : 1))
      .map(({ name, version, license }) => `| ${name} | ${version} | ${license} | ${asked.includes(name) ? 'by us' : ''} |`), '',
  ]
  return [
    '# Libraries that are shipped', '',
    'Printed by `tests/docs/libraries.test.ts` from `package-lock.json`: what the sources of the functions and of the mini-program import, and what that brings along. Of much of it only a part is in a build.',
    'The same as a bill of materials in CycloneDX: `npm sbom --omit=dev --sbom-format=cyclonedx`. Everything comes from the npm registry, with its hash in the lock file.', '',
    '## How soon a weak one is replaced', '',
    'Whoever deploys asks `npm audit --omit=dev` before each upload, and once a week between uploads.', '',
    '| what is known of a library that ships | replaced, or shown not to be reachable here, within |', '| --- | --- |',
    '| it is being used by attackers, or is critical | 3 days |', '| high | 14 days |', '| moderate | the next upload, 30 days at most |', '| low, or no weakness and only old | the quarter, when all of them are looked through |',
    '| nobody looks after it any more | a year, by another one or by code of ours |', '',
    'A library that only builds or tests (`devDependencies`) has three times as long. What cannot be replaced in time is taken out of reach: the call that needs it is taken out of the matrix.', '',
    'wx-server-sdk stays at 4.0.2 until 5 is out of beta: it moves uploads to another gateway (`emulator/contract` would show it). What it brings along is WeChat\'s to renew; what of it a function reaches is only its requests to WeChat cloud.', '',
    '## In the functions', '', ...table(inFunctions), '## On phones', '', ...table(onPhones),
  ].join('\n')
}
