import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

interface Collection {
  CollectionName: string
  AclTag: string
  CreateIndexes: { IndexName: string; MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: { Name: string; Direction: string }[] } }[]
}
const json = (file: string) => JSON.parse(readFileSync(resolve(__dirname, '..', file), 'utf8')) as unknown
const declared = json('cloudfunctions/_shared/indexes.json') as Record<string, { fields: Record<string, 1 | -1 | '2dsphere'>; unique?: boolean }[]>
const deployed = json('dist/deploy/database.json') as Collection[]

test('every declared collection and index is in what a deployment makes, and no client may touch one', () => {
  const indexes = Object.fromEntries(deployed.map(({ CollectionName, CreateIndexes }) => [CollectionName, CreateIndexes.map(({ MgoKeySchema }) => MgoKeySchema)]))
  expect(indexes).toEqual(Object.fromEntries(Object.entries(declared).map(([collection, list]) => [collection, list.map(({ fields, unique }) => ({
    MgoIsUnique: unique === true,
    MgoIndexKeys: Object.entries(fields).map(([Name, direction]) => ({ Name, Direction: `${direction}` })),
  }))])))
  expect(new Set(deployed.map(({ AclTag }) => AclTag))).toEqual(new Set(['ADMINONLY']))
})

test('an index keeps its name as long as its fields stay, wherever it stands in the list', () => {
  for (const { CreateIndexes } of deployed) {
    const named = CreateIndexes.map(({ IndexName, MgoKeySchema }) => [IndexName, MgoKeySchema.MgoIndexKeys.map(({ Name, Direction }) => `${Name}_${Direction}`).join('_')])
    for (const [name, fields] of named) expect(name).toBe(fields)
    expect(new Set(named.map(([name]) => name)).size).toBe(named.length)
  }
  expect(deployed.find(({ CollectionName }) => CollectionName === 'campaigns')?.CreateIndexes.map(({ IndexName }) => IndexName)).toEqual(['path_1_from_1', 'parentId_1'])
})
