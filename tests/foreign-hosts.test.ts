/** What a phone or a browser gets names no other machine: not for fonts, pictures, counting or anything else. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Words in libraries that are never asked for: a name of an XML vocabulary, pages that error messages point to, made-up addresses to resolve against. */
const onlyWords = ['www.w3.org', 'reactjs.org', 'github.com', 'stenciljs.com', 'taro.com', 'query-string.invalid']

test.each(['weapp', 'h5'])('the %s build names no foreign host', (target) => {
  const folder = path.resolve(__dirname, '../dist', target)
  const named = new Set<string>()
  let read = 0
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name)
    if (!statSync(file).isFile() || !/\.(js|css|wxss|wxml|wxs|html|json)$/.test(name)) continue
    read += 1
    for (const [, host] of readFileSync(file, 'utf8').matchAll(/(?:https?:)?\/\/((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[/"'`?#:)\s\\]|$)/gi)) {
      if (host && !onlyWords.includes(host)) named.add(`${host} in ${name}`)
    }
  }
  expect(read, `files of dist/${target}`).toBeGreaterThan(10)
  expect([...named]).toEqual([])
})
