import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'
import { requireAccumulator, requireExpression, requirePath } from './expressions'
import { matcherOf } from './matcher'

type Check = (operand: unknown) => void

/** The stages of WeChat's Aggregate and what MongoDB demands of each operand, before anything runs. */
const STAGES: Record<string, Check> = {
  $match: (operand) => void matcherOf(fieldsOf('$match', operand)),
  $group(operand) {
    const { _id, ...others } = fieldsOf('$group', operand)
    if (_id === undefined) throw requestFailed('a group specification must include an _id')
    requireExpression(_id)
    requireAccumulators(others)
  },
  $project: (operand) => requireExpression(nonEmpty('$project', operand)),
  $addFields: (operand) => requireExpression(nonEmpty('$addFields', operand)),
  $sort: (operand) => requireOrder(nonEmpty('$sort', operand)),
  $limit: (operand) => requireWhole('$limit', operand, 1),
  $skip: (operand) => requireWhole('$skip', operand, 0),
  $sample: (operand) => requireWhole('$sample', fieldsOf('$sample', operand, ['size']).size, 1),
  $count: (operand) => requireName('$count', operand),
  $sortByCount(operand) {
    if (!isObject(operand) && !isPath(operand)) throw requestFailed('the sortByCount field must be a $-prefixed path or an expression')
    requireExpression(operand)
  },
  $unwind(operand) {
    const { path, includeArrayIndex, preserveNullAndEmptyArrays } =
      typeof operand === 'string' ? ({ path: operand } as Document) : fieldsOf('$unwind', operand, ['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'])
    if (!isPath(path)) throw requestFailed("path option to $unwind stage should be prefixed with a '$'")
    requireExpression(path)
    if (includeArrayIndex !== undefined) requireName('$unwind', includeArrayIndex)
    if (preserveNullAndEmptyArrays !== undefined && typeof preserveNullAndEmptyArrays !== 'boolean') throw requestFailed('preserveNullAndEmptyArrays must be true or false')
  },
  $lookup(operand) {
    const { from, as, localField, foreignField, pipeline, let: variables } = fieldsOf('$lookup', operand, ['from', 'as', 'localField', 'foreignField', 'pipeline', 'let'])
    requireName('$lookup', from)
    requireName('$lookup', as)
    if (pipeline === undefined && variables === undefined) {
      for (const field of [localField, foreignField]) {
        if (typeof field !== 'string' || field === '' || field.startsWith('$')) throw requestFailed('$lookup needs localField and foreignField, or a pipeline')
        requirePath(field)
      }
      return
    }
    if (!Array.isArray(pipeline) || localField !== undefined || foreignField !== undefined) throw requestFailed('$lookup takes either a pipeline or localField and foreignField')
    requireExpression(fieldsOf('$lookup', variables ?? {}))
  },
  $bucket(operand) {
    const { groupBy, boundaries, output } = fieldsOf('$bucket', operand, ['groupBy', 'boundaries', 'default', 'output'])
    if (groupBy === undefined || !Array.isArray(boundaries) || boundaries.length < 2) throw requestFailed('$bucket requires groupBy and at least 2 boundaries')
    requireExpression([groupBy, boundaries])
    if (output !== undefined) requireAccumulators(fieldsOf('$bucket', output))
  },
  $bucketAuto(operand) {
    const { groupBy, buckets, output } = fieldsOf('$bucketAuto', operand, ['groupBy', 'buckets', 'output', 'granularity'])
    if (groupBy === undefined) throw requestFailed('$bucketAuto requires groupBy and buckets')
    requireWhole('$bucketAuto', buckets, 1)
    requireExpression(groupBy)
    if (output !== undefined) requireAccumulators(fieldsOf('$bucketAuto', output))
  },
  $replaceRoot(operand) {
    const { newRoot } = fieldsOf('$replaceRoot', operand, ['newRoot'])
    if (newRoot === undefined) throw requestFailed('no newRoot specified for the $replaceRoot stage')
    requireExpression(newRoot)
  },
}

export function requireStage(name: string, operand: unknown, position: number): void {
  if (name === '$geoNear') throw requestFailed(`$geoNear is only valid as the first stage in a pipeline, not as number ${position + 1}`)
  if (!Object.hasOwn(STAGES, name)) throw requestFailed(`Unrecognized pipeline stage name: '${name}'`)
  STAGES[name]!(operand)
}

export function requireOrder(order: unknown): asserts order is Record<string, 1 | -1> {
  for (const [field, direction] of Object.entries(fieldsOf('sort', order))) {
    if (field === '' || field.startsWith('$') || (direction !== 1 && direction !== -1)) throw requestFailed('sort key ordering must be 1 (for ascending) or -1 (for descending)')
  }
}

/** What a get shows. To compute fields MongoDB learned in 4.4 only, and the positional `$` the emulator does not know. */
export function requireProjection(projection: Document): void {
  for (const [path, shown] of Object.entries(projection)) {
    requirePath(path)
    if (path.split('.').some((step) => step.startsWith('$'))) throw requestFailed(`a projection cannot show '${path}'`)
    const part = isObject(shown) && /^\$(slice|elemMatch)$/.test(Object.keys(shown).join())
    if (!part && shown !== true && shown !== false && shown !== 1 && shown !== 0) throw requestFailed(`a projection takes true, false, $slice or $elemMatch for '${path}'`)
  }
}

export function fieldsOf(stage: string, operand: unknown, known?: string[]): Document {
  if (!isObject(operand)) throw requestFailed(`the ${stage} specification must be an object`)
  const unknown = known && Object.keys(operand).find((field) => !known.includes(field))
  if (unknown !== undefined) throw requestFailed(`unrecognized option to ${stage}: ${unknown}`)
  return operand
}

function nonEmpty(stage: string, operand: unknown): Document {
  const fields = fieldsOf(stage, operand)
  if (Object.keys(fields).length === 0) throw requestFailed(`${stage} specification must have at least one field`)
  if (Object.keys(fields).some((field) => field === '' || field.startsWith('$'))) throw requestFailed(`a field of ${stage} cannot be empty or begin with '$'`)
  return fields
}

function requireAccumulators(fields: Document): void {
  for (const [field, expression] of Object.entries(fields)) {
    requireName('$group', field)
    requireAccumulator(expression, field)
  }
}

function requireName(stage: string, name: unknown): void {
  if (typeof name !== 'string' || name === '' || name.startsWith('$') || name.includes('\0')) throw requestFailed(`${stage} needs a name that does not begin with '$'`)
  if (stage !== '$lookup' && name.includes('.')) throw requestFailed(`the field name '${name}' of ${stage} cannot contain '.'`)
  requirePath(name)
}

function requireWhole(stage: string, value: unknown, least: number): void {
  if (!Number.isSafeInteger(value) || Number(value) < least) throw requestFailed(`${stage} needs a whole number of at least ${least}`)
}

const isPath = (value: unknown): value is string => typeof value === 'string' && /^\$[^$]/.test(value)
