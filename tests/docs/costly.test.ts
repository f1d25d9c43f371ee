/** docs/costly.md has each function with the time and memory that are declared for it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(__dirname, '../..')

test('each function stands there once, with what its config.json gives it', () => {
  const rows = readFileSync(join(root, 'docs/costly.md'), 'utf8').split('\n').flatMap((line) => {
    const [, name, seconds, megabytes, dearest, held] = /^\| `([^`]+)` \| (\d+) \| (\d+) \| ([^|]+) \| ([^|]+) \|$/.exec(line) ?? []
    return name === undefined ? [] : [{ name, timeout: Number(seconds), memorySize: Number(megabytes), said: (dearest ?? '').length > 3 && (held ?? '').length > 3 }]
  })
  const declared = readdirSync(join(root, 'cloudfunctions'), { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('_')).map(({ name }) => {
    const { timeout, memorySize } = JSON.parse(readFileSync(join(root, 'cloudfunctions', name, 'config.json'), 'utf8')) as { timeout: number; memorySize: number }
    return { name, timeout, memorySize, said: true }
  })
  expect(rows).toEqual(declared.sort((one, other) => (one.name < other.name ? -1 : 1)))
})
