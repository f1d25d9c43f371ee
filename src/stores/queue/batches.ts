/** What goes out in one call: in the order it was done, as much as WeChat takes. Pure. */
import { mostBatchBytes, mostInBatch } from '#contract/queue/send'
import { utf8 } from './content-hash'
import { mayGo, type Content, type InQueue } from './queued-record'

/** `tried`: record ids that this round has asked about already. */
export function nextBatch(records: readonly InQueue[], tried: ReadonlySet<string>): InQueue[] {
  const going = records.filter((one) => one.state === 'waiting' && !one.locked && !tried.has(one.input.recordId) && mayGo(one, records))
  const batch: InQueue[] = []
  let bytes = 0
  for (const record of going.slice(0, mostInBatch)) {
    bytes += utf8(JSON.stringify(asSent(record))).length + 1
    if (batch.length > 0 && bytes > mostBatchBytes) break
    batch.push(record)
  }
  return batch
}

export function asSent({ call, input }: Content): Content {
  return { call, input } as Content
}
