import { Aggregator } from 'mingo/aggregator'
import { type Iterator, Lazy } from 'mingo/lazy'
import * as pipeline from 'mingo/operators/pipeline'
import { Context, evalExpr } from 'mingo/core'
import type { Options } from 'mingo/types'
import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'
import { operators, refill, requirePath, spend } from './expressions'
import { matcherOf } from './matcher'
import { requireStage } from './stages'
import { own, sorted } from './values'

/** What an aggregate without its own limit returns in production, and one with. */
const UNLIMITED = 20
const MOST = 10_000
/** Stands for the bucket of what no bucket takes. */
const NOWHERE = '\0nowhere'

export type Stage = Record<string, unknown>
type Run = (documents: Iterator, operand: never, options: Options) => Iterator

const copyOf = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(copyOf) : isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)])) : value
const copies = (documents: Iterator) => documents.map((document) => copyOf(document) as Document)

interface Unwind {
  path: string
  includeArrayIndex?: string
  preserveNullAndEmptyArrays?: boolean
}

/** mingo copies the whole list for each of its items. */
function* unwound(documents: Document[], { path, includeArrayIndex, preserveNullAndEmptyArrays }: Unwind): Generator<Document> {
  const steps = path.slice(1).split('.')
  const placed = (value: unknown, depth: number, item: unknown): unknown =>
    depth === steps.length ? item : { ...(value as Document), [steps[depth]!]: placed(own(value as Document, steps[depth]!), depth + 1, item) }
  for (const document of documents) {
    const found = steps.reduce<unknown>((value, step) => (isObject(value) ? own(value, step) : undefined), document)
    const items: unknown[] = Array.isArray(found) ? found : found === undefined || found === null ? [] : [found]
    const index = (i: number | null) => (includeArrayIndex === undefined ? {} : { [includeArrayIndex]: i })
    for (const [i, item] of items.entries()) yield { ...(placed(document, 0, item) as Document), ...index(Array.isArray(found) ? i : null) }
    if (items.length === 0 && preserveNullAndEmptyArrays) yield { ...(Array.isArray(found) ? (placed(document, 0, undefined) as Document) : document), ...index(null) }
  }
}

/** Where mingo writes into documents that others may share, differs from MongoDB, or would not end. */
const OWN: Record<string, Run> = {
  $match: (documents, operand: Document, options) => {
    const { test } = matcherOf(operand, (document, expression) => evalExpr(document, expression, options) as unknown)
    return documents.filter((document) => test(document as Document))
  },
  $sort: (documents, operand: Record<string, 1 | -1>) => documents.transform((all) => Lazy(sorted(all as Document[], operand, (document) => document))),
  $sample: (documents, operand: { size: number }) =>
    documents.transform((all) => Lazy(all.map((document) => ({ document, at: Math.random() })).sort((a, b) => a.at - b.at).slice(0, operand.size).map(({ document }) => document as Document))),
  // A boundary belongs to the bucket above it; mingo puts it below
  $bucket: (documents, { groupBy, boundaries, default: rest, output = { count: { $sum: 1 } } }: { groupBy: unknown; boundaries: unknown[]; default?: unknown; output?: object }, options) => {
    const within = (low: unknown, i: number) => ({ $and: [{ $gte: [groupBy, { $literal: low }] }, { $lt: [groupBy, { $literal: boundaries[i + 1] }] }] })
    const below = boundaries.slice(0, -1).map((low, i) => [within(low, i), { $literal: low }])
    const _id = below.reduceRight<unknown>((otherwise, [test, low]) => ({ $cond: [test, low, otherwise] }), { $literal: rest === undefined ? NOWHERE : rest })
    const grouped = pipeline.$group(documents, { _id, ...output } as never, options).map((group) => {
      if ((group as Document)._id === NOWHERE) throw requestFailed('$bucket could not find a matching branch for an input, and no default was specified')
      return group as Document
    })
    return OWN.$sort!(grouped, { _id: 1 } as never, options)
  },
  $addFields: (documents, operand: Document, options) => {
    const deep = Object.keys(operand).some((path) => path.includes('.'))
    return pipeline.$addFields(deep ? copies(documents) : documents, operand, options)
  },
  $unwind: (documents, operand: string | Unwind) => documents.transform((all) => Lazy(unwound(all as Document[], typeof operand === 'string' ? { path: operand } : operand))),
  $lookup: (documents, operand: Parameters<typeof pipeline.$lookup>[1], options) =>
    pipeline.$lookup(documents, operand, options).map((document) => {
      spend((own(document as Document, operand.as) as unknown[]).length)
      return document as Document
    }),
}
const names = ['$bucketAuto', '$count', '$group', '$limit', '$project', '$replaceRoot', '$skip', '$sortByCount']
const runs = Object.entries({ ...(pipeline as unknown as Record<string, Run>), ...OWN }).filter(([name]) => names.includes(name) || Object.hasOwn(OWN, name))
const context = Context.init({ ...operators, pipeline: Object.fromEntries(runs.map(([name, run]) => [name, counted(run)])) as never })

function counted(run: Run): Run {
  return (documents, operand, options) =>
    run(documents, operand, options).map((document) => {
      spend(1)
      return document as Document
    })
}

export function requireStages(stages: unknown[], exists: (collection: string) => void): asserts stages is Stage[] {
  for (const [i, stage] of stages.entries()) {
    if (!isObject(stage)) throw requestFailed('a pipeline stage must be an object')
    const [name, ...others] = Object.keys(stage)
    if (name === undefined || others.length > 0) throw requestFailed('A pipeline stage specification object must contain exactly one field.')
    const operand = stage[name]
    requireStage(name, operand, i)
    if (name !== '$lookup' || !isObject(operand)) continue
    exists(String(operand.from))
    requirePath(String(operand.as))
    if (Array.isArray(operand.pipeline)) requireStages(operand.pipeline, exists)
  }
}

/** `documentsOf` must hand out copies: some stages write into what they are given. */
export function aggregated(stages: Stage[], source: Document[], documentsOf: (collection: string) => Document[]): Document[] {
  refill()
  const results = new Aggregator(stages, { context, scriptEnabled: false, collectionResolver: documentsOf }).run<Document>(source)
  const last = (name: string) => stages.map((stage) => name in stage).lastIndexOf(true)
  return results.slice(0, last('$limit') > last('$unwind') ? MOST : UNLIMITED) // a limit says nothing of what is unwound after it
}

/** The collections that the stages join, however deep. */
export function collectionsOf(stages: Stage[]): string[] {
  return stages.flatMap(({ $lookup }) => (isObject($lookup) ? [String($lookup.from), ...(Array.isArray($lookup.pipeline) ? collectionsOf($lookup.pipeline as Stage[]) : [])] : []))
}
