/** docs/keys.md names every place in which something is sealed, signed or drawn by chance, with its algorithm, and nothing that is not there. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(__dirname, '../..')
const page = readFileSync(join(root, 'docs/keys.md'), 'utf8')

/** By file, as the page says it. */
const written = Object.fromEntries(page.split('\n').flatMap((line) => {
  const [, files = '', algorithms = ''] = /^\| ((?:`(?:cloudfunctions|src|contract)\/[^`]+` ?)+)\| ([^|]+)\|/.exec(line) ?? []
  return namesIn(files).map((file) => [file, namesIn(algorithms).sort()])
}))

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')
}

/** What an algorithm looks like in code. */
const signs: readonly [RegExp, (found: RegExpMatchArray) => string][] = [
  [/create(?:De)?[Cc]ipher(?:iv)?\('([^']+)'/g, ([, name = '']) => name],
  [/createHash\('([^']+)'/g, ([, name = '']) => name],
  [/createHmac\('([^']+)'/g, ([, name = '']) => `hmac-${name}`],
  [/\brandom(?:Bytes|UUID|Int)\(|getRandomValues\(/g, () => 'randomBytes'],
  [/\bsecretbox\(/g, () => 'xsalsa20-poly1305'],
  [/\bhmac\(sha256\b/g, () => 'hmac-sha256'],
  [/(?<!hmac\()\bsha256(?:\.create)?\(/g, () => 'sha256'],
]

function foundIn(text: string): string[] {
  return [...new Set(signs.flatMap(([sign, name]) => [...text.matchAll(sign)].map(name)))].sort()
}

const sources = ['cloudfunctions', 'src', 'contract'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))

test('every file that computes with a secret, a hash or chance has its row, with just its algorithms', () => {
  const found = Object.fromEntries(sources.flatMap((file) => {
    const algorithms = foundIn(readFileSync(join(root, file), 'utf8'))
    return algorithms.length === 0 ? [] : [[file, algorithms]]
  }))
  expect(found).toEqual(written)
})

test('nothing that is broken is used: no MD5, SHA-1, DES, RC4 or ECB, and no key from the shop of libraries unseen', () => {
  for (const algorithms of Object.values(written)) expect(algorithms.filter((name) => !['aes-256-gcm', 'aes-256-cbc', 'xsalsa20-poly1305', 'hmac-sha256', 'sha256', 'randomBytes'].includes(name))).toEqual([])
  const strange = sources.filter((file) => /from '(?:crypto-js|tweetnacl|sjcl|md5|sha1|bcrypt)[^']*'|\bcrypto\.subtle\b/.test(readFileSync(join(root, file), 'utf8')))
  expect(strange).toEqual([])
})

test('the page names each secret with the functions that a deployment gives it to', () => {
  const given = JSON.parse(readFileSync(join(root, 'dist/deploy/environment.json'), 'utf8')) as Record<string, string[]>
  for (const secret of ['LINLI_PHONE_KEYS', 'LINLI_CODE_KEYS', 'LINLI_CLAIM_CODE']) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${secret}\``))
    expect([secret, namesIn(row?.split('|')[3] ?? '')]).toEqual([secret, Object.keys(given).filter((name) => given[name]?.includes(secret))])
  }
})
