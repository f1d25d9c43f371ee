/** All that a cloud holds, documents and files: read, put back, and made comparable between two runs of the same call. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Cloud } from '../../emulator/cloud/start-cloud'

export interface Stage {
  cloud: Cloud
  collections: readonly string[]
  /** Where the cloud keeps its files. */
  filesDir: string
}

type Document = Record<string, unknown>
export interface State {
  documents: Record<string, Document[]>
  files: Record<string, Buffer>
}

export function stateOf({ cloud, collections, filesDir }: Stage): State {
  return {
    documents: Object.fromEntries(collections.map((name) => [name, cloud.db.find(name)])),
    files: Object.fromEntries(pathsIn(filesDir).map((path) => [path, readFileSync(join(filesDir, path))])),
  }
}

export function restore(stage: Stage, state: State): void {
  const now = stateOf(stage)
  for (const name of stage.collections) {
    const wanted = state.documents[name] ?? []
    if (JSON.stringify(now.documents[name]) === JSON.stringify(wanted)) continue
    stage.cloud.db.remove(name, {})
    stage.cloud.db.insertMany(name, wanted)
  }
  for (const path of Object.keys(now.files)) if (!state.files[path]) rmSync(join(stage.filesDir, path))
  for (const [path, bytes] of Object.entries(state.files)) {
    if (now.files[path]?.equals(bytes)) continue
    mkdirSync(dirname(join(stage.filesDir, path)), { recursive: true })
    writeFileSync(join(stage.filesDir, path), bytes)
  }
}

/** The minutes in which every walked call happens; whatever is arranged before happens earlier. */
export const standing = '2026-11-27T10:21:00.000Z'
export const aMinuteLater = '2026-11-27T10:22:00.000Z'
/** When the sweeps come by: whatever broke off has had its time. */
export const sweptAt = '2026-11-27T10:23:30.000Z'
const traceId = /"traceId":"[0-9a-f-]{36}"/g
/** And the end of an invitation, seven days later. */
const writtenNow = /2026-(11-2[78]|12-04)T10:2[123]:\d\d\.\d{3}Z/g

/**
 * `collection/id` and `path` with what stands there, as text. Eight things differ between runs that went equally well, and nothing
 * else is evened out: times that the server wrote while the call was made and repeated (a file goes a day later), the keys that chance gave a newcomer and a 熟面孔, and the audit's
 * hashes, which cover those times, and the seals over them (that they are right is a promise of its own); what a number is sealed to, which is never the same twice; the number that WeChat gives a question about a picture; how often kept totals were asked for and by which run they were counted; the copy beside who calls of whom they register for, written after what it copies; and how often
 * a seat book was written and when somebody last began to wait, which is more often and later where something broke off; nobody waiting is the same as none counted.
 */
export function comparable(state: State): Record<string, string> {
  const minted = [...(state.documents['openids'] ?? []), ...(state.documents['faces'] ?? [])].filter((one) => /^[fp][0-9a-f]{24}$/.test(String(one['personKey'])))
  const evened = (text: string) => minted.reduce((all, { _id, personKey }) => all.replaceAll(String(personKey), `<key of ${String(_id)}>`), text).replace(writtenNow, '<now>').replace(traceId, '"traceId":"<of WeChat>"')
  const unhashed = (name: string, one: Document) => (name === 'audit' || name === 'audit-heads' ? { ...one, hash: null, prev: null } : name === 'answers' ? unsealed(one) : name === 'seat-books' ? withoutHowOften(one) : kept.includes(name) ? { ...one, asked: null, run: null } : name === 'reports' ? withoutAuditHash(one) : name === 'grants' && one['seal'] ? { ...one, seal: { ...(one['seal'] as Document), hash: null, mac: null } } : name === 'openids' ? { ...one, faces: null } : one)
  // When a timer's job last ran is nobody's fact: a process writes it at most every ten minutes.
  const documents = Object.entries(state.documents).filter(([name]) => name !== 'jobs').flatMap(([name, found]) => found.map((one): [string, string] => [evened(`${name}/${String(one['_id'])}`), evened(inKeyOrder(unhashed(name, one)))]))
  const files = Object.entries(state.files).map(([path, bytes]): [string, string] => [path, createHash('sha256').update(bytes).digest('hex')])
  return Object.fromEntries([...documents, ...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function withoutHowOften(book: Document): Document {
  return { ...book, rev: null, joinedAt: null, queue: Object.fromEntries(Object.entries((book['queue'] ?? {}) as Record<string, number>).filter(([, parties]) => parties !== 0)) } as Document
}

const kept = ['session-rooms', 'month-marks', 'unit-months']

/** Where the audit stood at an approval is one of its hashes. */
function withoutAuditHash(report: Document): Document {
  return { ...report, steps: (report['steps'] as Document[]).map((step) => ('checkpoint' in step ? { ...step, checkpoint: { ...(step['checkpoint'] as Document), hash: null } } : step)) }
}

function unsealed({ phone, answers, ...one }: Document): Document {
  const open = (value: unknown) => (value !== null && typeof value === 'object' ? { ...value, sealed: null } : value)
  return { ...one, phone: open(phone), answers: Object.fromEntries(Object.entries((answers ?? {}) as object).map(([id, value]) => [id, open(value)])) } as Document
}

/**
 * Without what may be there or not while nobody comes back: a code that was drawn for a file is the same for whoever asks next, and a file that
 * passes is written down before it is there, and made again for whoever asks; and beside what an audit kept is a file that says where that is.
 */
export function withoutPassing(places: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(places).filter(([place]) => !place.startsWith('file-codes/') && !place.includes('passing/') && place !== 'audit/beside.txt'))
}

export function isSame(one: Record<string, string>, other: Record<string, string>): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What is there and should not be, or is not there and should. */
export function difference(found: Record<string, string>, wanted: Record<string, string>): string {
  const places = [...new Set([...Object.keys(found), ...Object.keys(wanted)])].filter((place) => found[place] !== wanted[place])
  return places.map((place) => `  ${place}\n    is     ${found[place] ?? 'not there'}\n    wanted ${wanted[place] ?? 'nothing'}`).join('\n')
}

function pathsIn(directory: string): string[] {
  // Hidden files are the emulator's own: who uploaded what.
  return readdirSync(directory, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1)).sort()
}

function inKeyOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part)
}
