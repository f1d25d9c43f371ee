/** The fuzz itself can fail, and looks where it should. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { defineCall, type Call } from '../../contract/call'
import { whoAmI } from '../../contract/people/who-am-i'
import { openTestCloud } from '../../emulator/cloud/fixtures/open-test-cloud'
import { callsOfTheContract } from './calls'
import { guardedFunctions } from './guarded-functions'
import { tagsOf } from './oddness'
import { troubleWith } from './send-inputs'
import { sift } from './sift'

const none = { words: ['yuyin'], fields: {} }
const many = { inputs: 2_000, odd: 200, seed: 1 }
const callWith = (input: Call['input']) => defineCall({ name: 'people/gossip', input, output: v.object({}), failures: [] }) as unknown as Call

test('a schema that lets foreign keys in, or not twice the same, is found', async () => {
  const name = v.pipe(v.string(), v.maxLength(40))
  await expect(sift(callWith(v.object({ name })), none, many)).resolves.toBeDefined()
  await expect(sift({ ...callWith(v.looseObject({ name })), input: Object.assign(v.looseObject({ name }), { type: 'object' }) as never }, none, many)).rejects.toThrow('every object')
  await expect(sift(callWith(v.object({ name: v.pipe(name, v.transform((text) => `${text}!`)) })), none, many)).rejects.toThrow('not let in again')
  await expect(sift(callWith(v.object({ name: v.pipe(name, v.transform((text) => decodeURIComponent(`%${text}`))) })), none, many)).rejects.toThrow()
})

test('every kind of oddness is among the oddest, of what a schema lets in and of what it refuses', async () => {
  const calls = await callsOfTheContract()
  const tags = new Set<string>()
  for (const name of ['work/correct', 'events/create', 'units/add', 'units/rename']) {
    const { accepted, refused } = await sift(calls.find((call) => call.name === name)!, { words: ['yuyin', '数错了', '2026-11-27', '2026-11-27T10:20:00.000Z', 'a-record-of-the-fuzz-1'], fields: {} }, { inputs: 4_000, odd: 300, seed: 7 })
    for (const one of [...accepted, ...refused]) for (const tag of tagsOf(one)) tags.add(tag)
    expect(refused.length).toBeGreaterThan(100)
  }
  const expected = ['operator', 'prototype-key', 'odd-key', 'deep', 'huge-text', 'long-list', 'list-for-object', 'lone-surrogate', 'control', 'turned', 'invisible', 'joined', 'path', 'statement', 'fraction', 'huge-number', 'negative', 'nothing']
  expect(expected.filter((tag) => !tags.has(tag))).toEqual([])
})

test('an answer about our insides, and a failure that no contract names, is trouble', () => {
  expect(troubleWith(whoAmI, { ok: false, failure: 'internal', message: '服务出了点问题' } as never)).toContain('answered internal')
  expect(troubleWith(whoAmI, { ok: false, failure: 'bad-input', message: 'Invalid type' } as never)).toContain('without Chinese')
  for (const message of ['错\n    at main (index.js:1:2)', '错 /tmp/linli/world', '错 node_modules/valibot', '错 DATABASE_REQUEST_FAILED']) {
    expect(troubleWith(whoAmI, { ok: false, failure: 'bad-input', message } as never), message).toContain('insides')
  }
})

test('a field that no contract promises is trouble, however deep it lies', () => {
  const gossip = defineCall({ name: 'people/gossip', input: v.object({}), output: v.object({ heard: v.array(v.object({ from: v.string() })) }), failures: [] }) as unknown as Call
  const answer = (one: object) => ({ ok: true, value: { heard: [one] } }) as never
  expect(troubleWith(gossip, answer({ from: '门口' }))).toBeNull()
  expect(troubleWith(gossip, answer({ from: '门口', openid: 'o-1' }))).toContain('more than its contract promises')
})

test('a function that changes what all objects share fails behind the guard', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-polluting-'))
  mkdirSync(join(folder, 'polluting'))
  writeFileSync(join(folder, 'polluting/config.json'), '{}')
  writeFileSync(join(folder, 'polluting/index.js'), `exports.main = async (event) => { if (event.key) ({})[event.key].admin = true; return { ok: true } }`)
  const functionsDir = guardedFunctions(folder)
  const cloud = await openTestCloud({ functionsDir })
  expect(await cloud.invoke('polluting', { data: {} })).toEqual({ ok: true })
  await expect(cloud.invoke('polluting', { data: { key: '__proto__' } })).rejects.toThrow('what all objects share was changed')
  await cloud.stop()
  for (const one of [folder, functionsDir]) rmSync(one, { recursive: true, force: true })
})
