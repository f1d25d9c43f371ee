import * as v from 'valibot'
import type { Answer, Call, Input, Output } from '../../contract/call'
import type { sendQueue } from '../../contract/queue/send'
import { RecordId, type Receipt } from '../../contract/values'
import { forgettingAll } from '../_shared/records/known-documents'
import { readingAhead } from '../_shared/records/read-ahead'
import { hashOfSent } from '../_shared/rules/receipt'
import type { Handler, Scene, Served } from '../_shared/serve'
import { neededBy } from './ahead'
import { ownCallOf } from './own-calls'

/** After so many ms no further record is begun: the function itself may run for 20 s, and a phone waits for its answer. */
const enough = 12_000

type Sent = Input<typeof sendQueue>['records'][number]
type Answered = Output<typeof sendQueue>['answers'][number]

export const handleSend: Handler<typeof sendQueue> = async ({ records }, scene) => {
  const begun = performance.now()
  const answers: Answered[] = []
  await readingAhead(records.flatMap(neededBy), async () => {
    // One after the other: what was sent first is there when the next one is judged.
    for (const record of records) {
      const inTime = answers.length === 0 || performance.now() - begun < enough
      answers.push(inTime ? await answerTo(record, scene) : { ok: false, recordId: recordIdOf(record.input), failure: 'not-yet' })
    }
  })
  return { answers }
}

async function answerTo({ call, input }: Sent, scene: Scene<typeof sendQueue>): Promise<Answered> {
  const recordId = recordIdOf(input)
  const own = ownCallOf(call)
  if (!own) return { ok: false, recordId, failure: 'not-allowed', message: '这种记录不能这样上传' }
  const answer = await judged(own, input, scene)
  if (answer.ok && recordId !== null) return { ok: true, recordId, value: { ...(answer.value as Receipt), hash: hashOfSent(input, v.parse(own.call.input, input)) } }
  if (answer.ok) throw new Error('a record without an id was taken')
  return { ok: false, recordId, failure: answer.failure, ...(answer.message !== undefined && { message: answer.message }) }
}

/** What was read ahead may be old by now: by it nothing is refused. */
async function judged(own: Served, input: unknown, scene: Scene<typeof sendQueue>): Promise<Answer<Call>> {
  const answer = await scene.judge(own, input)
  return answer.ok || answer.failure === 'bad-input' || answer.failure === 'not-allowed' ? answer : forgettingAll(() => scene.judge(own, input))
}

function recordIdOf(input: unknown): string | null {
  const recordId = input !== null && typeof input === 'object' ? (input as { recordId?: unknown }).recordId : null
  return v.is(RecordId, recordId) ? recordId : null
}
