import { Aggregator } from 'mingo'
import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'

/** Stages that WeChat's Aggregate offers and mingo can be trusted with ({$sample:{}} ends a process). */
const STAGES = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$replaceRoot',
  '$sample',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unwind',
])
const SCRIPTS = new Set(['$where', '$function', '$accumulator'])
const COUNTS = new Set(['$limit', '$skip'])
/** What an aggregate without its own limit returns in production. */
const UNLIMITED = 20

export type Stage = Record<string, unknown>

/** `documentsOf` must hand out copies: mingo may write into what it is given. */
export function aggregated(stages: Stage[], source: Document[], documentsOf: (collection: string) => Document[]): Document[] {
  for (const stage of stages) refuseUntrusted(stage)
  const results = new Aggregator(stages, { scriptEnabled: false, collectionResolver: documentsOf }).run<Document>(source)
  return stages.some((stage) => '$limit' in stage) ? results : results.slice(0, UNLIMITED)
}

function refuseUntrusted(stage: Stage): void {
  const [name, ...others] = Object.keys(stage)
  if (name === undefined || others.length > 0) throw requestFailed('a pipeline stage must have exactly one field')
  if (!STAGES.has(name)) throw requestFailed(`Unrecognized pipeline stage name: '${name}'`)
  const operand = stage[name]
  const count = name === '$sample' ? isObject(operand) && operand.size : COUNTS.has(name) ? operand : 1
  if (!Number.isSafeInteger(count) || Number(count) < 0) throw requestFailed(`${name} needs a whole number`)
  if (name === '$lookup' && isObject(operand) && Array.isArray(operand.pipeline)) {
    for (const inner of operand.pipeline) {
      if (!isObject(inner)) throw requestFailed('a pipeline stage must be an object')
      refuseUntrusted(inner)
    }
  }
  refuseScripts(operand)
}

function refuseScripts(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(refuseScripts)
  if (!isObject(value)) return
  for (const [key, inner] of Object.entries(value)) {
    if (SCRIPTS.has(key)) throw requestFailed(`${key} is not allowed`)
    refuseScripts(inner)
  }
}
