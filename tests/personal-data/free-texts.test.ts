/** Every text of every call refuses what nobody here may ask or know, or stands in the list of those that do not, with why. */
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { callsOfTheContract } from '../fuzz/calls'
import { alternatives, nodeOf, type SchemaNode } from '../fuzz/schema-node'

const calls = await callsOfTheContract()

const things = { why: 'names of offices, units and documents, which may well have such words in them', of: [
  'events/call-campaign.basis[]', 'events/change-campaign.basis[]', 'events/create.organisers[].name', 'events/rewrite.organisers[].name',
  'roles/claim.unitName', 'units/add.name', 'units/rename.name', 'units/rename.was',
] }
const reports = { why: 'reports tell of 党员 and 民族团结 in the mass, and a person reads each of them before it leaves', of: ['reports/save-template.text', 'reports/save-text.changes[].runs[].text'] }
const answers = { why: 'the question is what is refused; an answer is kept for 90 days, and none that is shaped like an ID number', of: ['register', 'register-for'].flatMap((call) => ['q1', 'q2', 'q3', 'q4', 'q5'].map((id) => `registrations/${call}.answers.${id}`)) }
const unkept = { why: 'codes, addresses and words to look for, which are not kept as they came', of: [
  'attendance/check-in-code.code', 'attendance/check-in-self.code', 'events/search.words', 'people/claim-face.code', 'people/phone-from-wechat.code', 'queue/send.records[].call', 'reports/add-table.fileId', 'units/import.fileId', 'work/import-figure.file.fileId',
] }

test('no free text takes what says too much about somebody', () => {
  const taking = [...new Set(calls.flatMap((call) => takers(nodeOf(call.input), call.name)))].sort()
  expect(taking).toEqual([things, reports, answers, unkept].flatMap(({ of }) => of).sort())
})

test('the walk sees a text that takes it', () => {
  const loose = v.object({ note: v.pipe(v.string(), v.maxLength(9)), list: v.array(v.object({ words: v.string() })), id: v.pipe(v.string(), v.regex(/^[a-z]+$/)) })
  expect(takers(nodeOf(loose), 'it')).toEqual(['it.note', 'it.list[].words'])
})

/** Short enough for every field. */
function takers(node: SchemaNode, at: string): string[] {
  switch (node.type) {
    case 'object': return Object.entries(node.entries ?? {}).flatMap(([name, entry]) => takers(entry, `${at}.${name}`))
    case 'array': return takers(nodeOf(node.item), `${at}[]`)
    case 'optional':
    case 'nullable': return takers(nodeOf(node.wrapped), at)
    case 'variant':
    case 'union': return alternatives(node).flatMap((one) => takers(one, at))
    case 'string': return v.safeParse(node as unknown as v.GenericSchema, '是党员').success ? [at] : []
    default: return []
  }
}
