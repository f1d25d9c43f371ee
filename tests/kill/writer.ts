/** One client that writes without pause through the protocol, on documents and files of its own and on the hot ones. */
import { Refused, type CloudProcess } from './cloud-process'
import type { Change, Ledger } from './ledger'

/** 0 ≤ n < below. */
export type Random = (below: number) => number
interface Answered { code?: string; transactionId?: string; data?: { url: string; authorization: string } }

const own = 8

/** Writes until the cloud is gone. */
export async function writeUntilTheEnd(name: string, round: number, cloud: CloudProcess, ledger: Ledger, random: Random): Promise<void> {
  for (let n = 0; cloud.ended() === undefined; n++) {
    try {
      await oneWrite(`${name}-${round}-${n}`, name, round, cloud, ledger, random)
    } catch (failure) {
      if (failure instanceof Strange) throw failure
      return // nothing was heard: the cloud was killed
    }
  }
}

/** An answer that no write of ours deserves. */
class Strange extends Error {}

async function oneWrite(mark: string, name: string, round: number, cloud: CloudProcess, ledger: Ledger, random: Random): Promise<void> {
  const post = async (action: string, fields: object): Promise<Answered> => {
    const response = await fetch(cloud.adminUrl, { method: 'POST', body: JSON.stringify({ action: `database.${action}`, ...fields }) })
    const answer = (await response.json()) as Answered
    // Another's write was quicker, or the clock was set past the life of the transaction: then nothing was written
    if (answer.code && !['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_TRANSACTION_FAIL'].includes(answer.code)) throw new Strange(`${action}: ${JSON.stringify(answer)}`)
    return answer
  }
  const write = (changes: Change[], action: string, fields: object) =>
    ledger.around(changes, async () => ((await post(action, fields)).code ? 'refused' : 'acknowledged'))
  const id = `${name}-${random(own)}`
  const path = `${name}/${random(own)}.txt`
  const body = { tag: mark, text: 'x'.repeat(random(4) === 0 ? random(30_000) : 20) }
  const document = (of: string) => [`notes/${of}`, JSON.stringify({ _id: of, ...body })] as const
  const note = { collectionName: 'notes', queryType: 'DOC', query: JSON.stringify({ _id: id }), multi: false }
  const hot = { $inc: { writes: 1 }, $set: { [`marks.${mark}`]: true } }
  const bump = (collectionName: string, of: string) => ({ collectionName, queryType: 'DOC', query: JSON.stringify({ _id: of }), multi: false, merge: true, data: JSON.stringify(hot) })

  switch (random(10)) {
    case 0: {
      const ids = [mark, `${mark}-b`, `${mark}-c`].slice(0, 1 + random(3))
      return write(ids.map(document), 'insertDocument', { collectionName: 'notes', data: ids.map((one) => document(one)[1]) })
    }
    case 1:
      return write([document(id)], 'modifyDocument', { ...note, merge: false, upsert: true, data: JSON.stringify(body) })
    case 2:
      return write([[`notes/${id}`, undefined]], 'removeDocument', note)
    case 3:
      if (!ledger.has(`notes/${id}`)) return
      return write([document(id)], 'modifyDocument', { ...note, merge: true, data: JSON.stringify({ $set: body }) })
    case 4:
    case 5:
      return write([[`hot/${round}/${mark}`, 'true']], 'modifyDocument', bump('hot', `hot-${round}`))
    case 6:
    case 7:
      return ledger.around([[`pairs/left-${round}/${mark}`, 'true'], [`pairs/right-${round}/${mark}`, 'true']], async () => {
        const { transactionId } = await post('startTransaction', {})
        for (const side of ['left', 'right']) {
          if ((await post('modifyDocument', { ...bump('pairs', `${side}-${round}`), transactionId })).code) return 'refused'
        }
        return (await post('commitTransaction', { transactionId })).code ? 'refused' : 'acknowledged'
      })
    case 8:
      return random(4) === 0 ? remove(cloud, ledger, path) : put(cloud, ledger, path, mark.repeat(1 + random(20_000)))
    default:
      return random(4) === 0 ? advance(cloud, ledger) : uploadAs(cloud, ledger, `o-${name}`, `incoming/${name}-${random(own)}.jpg`, mark.repeat(1 + random(2_000)))
  }
}

async function storage(cloud: CloudProcess, action: string, fields: object): Promise<Answered> {
  return (await (await fetch(cloud.adminUrl, { method: 'POST', body: JSON.stringify({ action: `storage.${action}`, ...fields }) })).json()) as Answered
}

function put(cloud: CloudProcess, ledger: Ledger, path: string, text: string): Promise<void> {
  return ledger.around([[`files/${path}`, text]], async () => {
    const { data } = await storage(cloud, 'getUploadMetadata', { path })
    if (!data) throw new Strange('no place to upload to')
    const response = await fetch(data.url, { method: 'PUT', body: text, headers: { authorization: data.authorization } })
    if ((await response.text()) !== '' || response.status !== 200) throw new Strange(`upload: ${response.status}`)
    return 'acknowledged'
  })
}

function remove(cloud: CloudProcess, ledger: Ledger, path: string): Promise<void> {
  return ledger.around([[`files/${path}`, undefined]], async () => {
    await storage(cloud, 'batchDeleteFile', { fileid_list: [`cloud://local-env.local-bucket/${path}`] })
    return 'acknowledged'
  })
}

/** As a person's client uploads: the file and whose it is belong together. */
function uploadAs(cloud: CloudProcess, ledger: Ledger, openid: string, path: string, text: string): Promise<void> {
  return ledger.around([[`files/${path}`, text], [`owners/${path}`, openid]], async () => {
    try {
      await cloud.ask({ uploadAs: { openid, path, text } })
    } catch (failure) {
      throw failure instanceof Refused ? new Strange(failure.message) : failure
    }
    return 'acknowledged'
  })
}

async function advance(cloud: CloudProcess, ledger: Ledger): Promise<void> {
  ledger.latest = Math.max(ledger.latest, Number(await cloud.ask({ advance: 60_000 })))
}
