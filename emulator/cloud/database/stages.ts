import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo/core'
import { $addFields, $group, $project } from 'mingo/operators/pipeline'
import { requestFailed, wholeNumber } from '../failure'
import { encode, isObject, type Document } from './ejson'
import { evaluated, operators, requireAccumulator, requireExpression, requirePath, spend } from './expressions'
import { matcherOf } from './matcher'
import { anyAt, own, requireOrder, sorted } from './values'

/** The documents of another collection, to be joined. */
type Joined = (collection: string) => Document[]
type Run = (documents: Document[], joined: Joined) => Document[]

/** The stages that are known. Each judges its operand before anything runs, and gives what is then run. */
const STAGES: Record<string, (operand: unknown) => Run> = {
  $match(operand) {
    const { test, near } = matcherOf(fieldsOf('$match', operand))
    if (near) throw requestFailed('$nearSphere is not allowed inside of a $match: use $geoNear')
    return (documents) => documents.filter(test)
  },
  $sort(operand) {
    const order = namedFields('$sort', operand)
    requireOrder(order)
    return (documents) => sorted(documents, order, (document) => document)
  },
  $limit(operand) {
    const most = wholeNumber('$limit', operand, 1)
    return (documents) => documents.slice(0, most)
  },
  $skip(operand) {
    const skipped = wholeNumber('$skip', operand, 0)
    return (documents) => documents.slice(skipped)
  },
  $count(operand) {
    const name = nameOf('$count', operand)
    return ({ length }) => (length > 0 ? [{ [name]: length }] : [])
  },
  $group(operand) {
    const { _id, ...accumulators } = fieldsOf('$group', operand)
    if (_id === undefined) throw requestFailed('a group specification must include an _id')
    requireExpression(_id)
    for (const [field, accumulator] of Object.entries(accumulators)) requireAccumulator(accumulator, nameOf('$group', field))
    return byMingo({ $group: operand })
  },
  $project(operand) {
    requireExpression(namedFields('$project', operand))
    return byMingo({ $project: operand })
  },
  $addFields(operand) {
    const fields = namedFields('$addFields', operand)
    requireExpression(fields)
    const deep = Object.keys(fields).some((path) => path.includes('.')) // mingo then writes into what documents may share
    return (documents, joined) => byMingo({ $addFields: operand })(deep ? documents.map((document) => structuredClone(document)) : documents, joined)
  },
  $replaceRoot(operand) {
    const { newRoot } = fieldsOf('$replaceRoot', operand, ['newRoot'])
    if (newRoot === undefined) throw requestFailed('no newRoot specified for the $replaceRoot stage')
    requireExpression(newRoot)
    return (documents) => documents.map((document) => {
      const root = evaluated(document, newRoot)
      if (!isObject(root)) throw requestFailed("'newRoot' expression must evaluate to an object")
      return root
    })
  },
  $unwind(operand) {
    const known = ['path', 'preserveNullAndEmptyArrays']
    const { path, preserveNullAndEmptyArrays: keeps = false } = fieldsOf('$unwind', typeof operand === 'string' ? { path: operand } : operand, known)
    if (typeof path !== 'string' || !/^\$[^$]/.test(path)) throw requestFailed("path option to $unwind stage should be prefixed with a '$'")
    if (typeof keeps !== 'boolean') throw requestFailed('preserveNullAndEmptyArrays must be true or false')
    requirePath(path)
    const steps = path.slice(1).split('.')
    return (documents) => documents.flatMap((document) => unwound(document, steps, keeps))
  },
  $lookup(operand) {
    const { from, as, localField, foreignField } = fieldsOf('$lookup', operand, ['from', 'as', 'localField', 'foreignField'])
    const [name, local, foreign] = [nameOf('$lookup', as), pathIn('$lookup', localField), pathIn('$lookup', foreignField)]
    return (documents, joined) => {
      const found = new Map<string, Document[]>()
      for (const document of joined(String(from))) {
        for (const key of keysAt(document, foreign)) if (found.get(key)?.push(document) === undefined) found.set(key, [document])
      }
      return documents.map((document) => {
        const matching = new Set([...keysAt(document, local)].flatMap((key) => found.get(key) ?? []))
        spend(matching.size)
        return { ...document, [name]: [...matching] }
      })
    }
  },
}

const context = Context.init({ ...operators, pipeline: { $addFields, $group, $project } })
const byMingo = (stage: Document): Run => (documents) => new Aggregator([stage], { context, scriptEnabled: false }).run<Document>(documents)

/** Throws for a stage that is not known, or whose operand MongoDB would refuse. */
export function runOf(stage: Document): Run {
  const [[name, operand] = ['', undefined]] = Object.entries(stage)
  if (!Object.hasOwn(STAGES, name)) throw requestFailed(`Unrecognized pipeline stage name: '${name}'`)
  return STAGES[name]!(operand)
}

function unwound(document: Document, steps: string[], keeps: boolean): Document[] {
  const found = steps.reduce<unknown>((value, step) => (isObject(value) ? own(value, step) : undefined), document)
  const placed = (value: unknown, [step, ...deeper]: string[], item: unknown): unknown =>
    step === undefined ? item : { ...(value as Document), [step]: placed(own(value as Document, step), deeper, item) }
  const items: unknown[] = Array.isArray(found) ? found : [found ?? []].flat()
  spend(items.length)
  if (items.length === 0 && keeps) return [Array.isArray(found) ? (placed(document, steps, undefined) as Document) : document]
  return items.map((item) => placed(document, steps, item) as Document)
}

/** The values at a path as texts; of an array its items, and itself. Missing is null. */
function keysAt(document: Document, path: string): Set<string> {
  const keys = new Set<string>()
  anyAt(document, path.split('.'), (value) => {
    for (const one of Array.isArray(value) ? [...(value as unknown[]), value] : [value]) keys.add(encode(one ?? null))
    return false
  })
  return keys
}

export function fieldsOf(stage: string, operand: unknown, known?: string[]): Document {
  if (!isObject(operand)) throw requestFailed(`the ${stage} specification must be an object`)
  const unknown = known && Object.keys(operand).find((field) => !known.includes(field))
  if (unknown !== undefined) throw requestFailed(`unrecognized option to ${stage}: ${unknown}`)
  return operand
}

function namedFields(stage: string, operand: unknown): Document {
  const fields = fieldsOf(stage, operand)
  const names = Object.keys(fields)
  const good = names.length > 0 && !names.some((name) => name === '' || name.startsWith('$'))
  if (!good) throw requestFailed(`${stage} needs at least one field, and no name that is empty or begins with '$'`)
  return fields
}

function pathIn(stage: string, path: unknown): string {
  const good = typeof path === 'string' && path !== '' && !path.startsWith('$') && !path.includes('\0')
  if (!good) throw requestFailed(`${stage} needs names that do not begin with '$'`)
  requirePath(path)
  return path
}

export function nameOf(stage: string, name: unknown): string {
  const path = pathIn(stage, name)
  if (path.includes('.')) throw requestFailed(`the field name '${path}' of ${stage} cannot contain '.'`)
  return path
}
