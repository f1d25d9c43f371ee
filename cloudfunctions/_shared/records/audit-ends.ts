/**
 * `audit/ends.json` in storage: where each chain ended when a night last found it whole. Who can write the database (rules/audit-chain.ts) cannot write there, so that an
 * audit which is put back to what it was, with a head that fits, is found by the next night. Nothing in the database says where it lies.
 */
import type { Checkpoint } from '../rules/audit-chain'
import { fileIdBeside, keepFile, readUpload } from './files'

const [ends, beside] = ['audit/ends.json', 'audit/beside.txt']
const mostBytes = 1_000_000

/** None before the first night. */
export async function keptEnds(): Promise<Checkpoint[]> {
  // A file's id is what storage answers to whoever writes there.
  const bytes = await readUpload(fileIdBeside(await keepFile(beside, Buffer.from('ends.json')), ends), mostBytes)
  if (bytes === 'too-large') throw new Error('the ends of the audit that were kept are too large')
  return bytes === 'missing' ? [] : (JSON.parse(bytes.toString()) as Checkpoint[])
}

export async function keepEnds(found: readonly Checkpoint[]): Promise<void> {
  await keepFile(ends, Buffer.from(JSON.stringify(found)))
}
