/**
 * The text of a month's report while it is written: title, headings and paragraphs as blocks, each word of which may be changed. A figure in it is a token
 * that names the figure; what it prints follows the facts until the report is handed in, and nobody types it.
 */
import * as v from 'valibot'
import { defineCall } from '../call'
import { Day, Id, Instant, Month, RecordId, UnitBrief, count, text } from '../values'
import { SectionKind } from './section-kind'
import { TokenName } from './token'

/** Characters of one block, of all of them, and blocks. */
export const longestBlock = 5_000
export const longestText = 60_000
export const mostBlocks = 150

export const BlockId = v.pipe(v.string('段落不对'), v.regex(/^[A-Za-z0-9-]{1,40}$/, '段落不对'))
/** `heading`: of its section, without its number; of `title` there is one. */
export const BlockPlace = v.object({ section: v.union([SectionKind, v.literal('title')], '段落不对'), heading: v.boolean('段落不对') })

/** A word of a sentence may stand at its edge: nothing is trimmed. What may not stand in any text may not stand here. */
const words = v.pipe(
  v.string('请填写文字'), v.maxLength(longestBlock, `一段最多 ${longestBlock} 个字`),
  v.check((said) => said.trim() === '' || v.is(text('文字', longestBlock), said.trim()), (issue) => issueOf(issue.input)),
)
export const WrittenRun = v.union([v.object({ figure: TokenName }), v.object({ text: words })], '文字不对')
export type WrittenRun = v.InferOutput<typeof WrittenRun>

/** As it is read: a token with what it prints now; null: it has no number any more, and nothing is printed. */
export const Block = v.object({
  id: BlockId, ...BlockPlace.entries,
  runs: v.array(v.union([v.object({ text: v.string() }), v.object({ figure: TokenName, print: v.nullable(v.string()) })])),
  /** Of the text when the block was last changed. */
  rev: v.number(),
  /** Who changed it last; null: it is as it was drafted. */
  by: v.nullable(v.object({ name: v.string(), at: Instant, me: v.boolean() })),
})
export type Block = v.InferOutput<typeof Block>

export const WrittenText = v.object({
  unit: UnitBrief,
  month: Month,
  rev: v.number(),
  /** Null: nothing has changed since the `rev` that the client has. */
  blocks: v.nullable(v.array(Block)),
  /** What may be put into the text, in the order of the table; of single events those that stand in it. */
  figures: v.array(v.object({ name: TokenName, zh: v.string(), print: v.string() })),
})
export type WrittenText = v.InferOutput<typeof WrittenText>

const scope = { unitId: Id, month: Month }
const closed = ['unit-not-found', 'no-report-of-a-grid', 'handed-in', 'already-closed'] as const

/** Begins to edit: what was drafted is laid down as the first version, once; afterwards the text as it stands. Safe to repeat. */
export const beginText = defineCall({ name: 'reports/begin-text', input: v.object(scope), output: WrittenText, failures: [...closed] })

/** What somebody else has changed meanwhile. `since`: the `rev` that the client has. */
export const readText = defineCall({ name: 'reports/read-text', input: v.object({ ...scope, since: v.optional(count('版次', 1_000_000, 0), 0) }), output: WrittenText, failures: ['unit-not-found', 'not-begun'] })

export const Change = v.object({
  id: BlockId,
  /** `rev` of the block as it was when somebody began to change it; 0: it is new. */
  base: count('版次', 1_000_000, 0),
  /** Null: taken out. */
  runs: v.nullable(v.pipe(v.array(WrittenRun, '文字不对'), v.maxLength(400, '这一段太碎了，请分成几段'))),
  /** Of a new block: where it stands, after which one. Null: first in its section. */
  place: v.optional(v.nullable(v.object({ ...BlockPlace.entries, after: v.nullable(BlockId) })), null),
})
export type Change = v.InferInput<typeof Change>

/**
 * Keeps changes, block by block. A block that somebody else has changed since is not overwritten: it comes back among `conflicts`, the others are
 * kept. Safe to repeat. `warned`: WeChat would not let these words be published; they are kept all the same, for nobody publishes a report.
 */
export const saveText = defineCall({
  name: 'reports/save-text',
  input: v.object({ recordId: RecordId, ...scope, changes: v.pipe(v.array(Change, '修改不对'), v.minLength(1, '没有修改'), v.maxLength(50, '一次改得太多，请分几次存')) }),
  output: v.object({ ...WrittenText.entries, blocks: v.array(Block), conflicts: v.array(BlockId), warned: v.boolean() }),
  failures: [...closed, 'not-begun', 'too-long'],
})

/** Who wrote what and when: a version is what one person wrote in one go. `n`: its text as well. */
export const textVersions = defineCall({
  name: 'reports/text-versions',
  input: v.object({ ...scope, n: v.optional(count('版次', 1_000_000)) }),
  output: v.object({
    /** The newest first; null: as it was drafted. */
    versions: v.array(v.object({ n: v.number(), name: v.nullable(v.string()), begunAt: Instant, at: Instant })),
    blocks: v.nullable(v.array(Block)),
  }),
  failures: ['unit-not-found', 'no-such-version'],
})

/** Lays an earlier version down as the newest; `n` 0: what would be drafted now. What stood before stays a version. Safe to repeat. */
export const restoreText = defineCall({
  name: 'reports/restore-text',
  input: v.object({ recordId: RecordId, ...scope, rev: count('版次', 1_000_000), n: count('版次', 1_000_000, 0) }),
  output: WrittenText,
  failures: [...closed, 'not-begun', 'no-such-version', 'changed-meanwhile'],
})

/** One event as the report would tell it by itself; its 人次 is a token. */
const ToldEvent = v.object({ eventId: Id, title: v.string(), on: Day, runs: Block.entries.runs })

/** What was held in the month, for whoever chooses which events the text tells. `partId`: of this part; absent: of the only one, if there is but one. */
export const eventsToTell = defineCall({
  name: 'reports/events-to-tell',
  input: v.object({ ...scope, partId: v.optional(Id) }),
  /** `parts`: the unit itself and those right below it that held anything, in the tree's order. `events`: by day. */
  output: v.object({ parts: v.array(v.object({ id: Id, name: v.string() })), events: v.array(ToldEvent) }),
  failures: ['unit-not-found'],
})

function issueOf(said: string): string {
  const read = v.safeParse(text('文字', longestBlock), said.trim())
  return read.success ? '文字不对' : read.issues[0].message
}
