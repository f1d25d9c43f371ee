import { attachPhoto } from '../../contract/evidence/attach'
import { beginPhoto } from '../../contract/evidence/begin'
import { listPhotos } from '../../contract/evidence/list'
import { makePhotoPublic } from '../../contract/evidence/make-public'
import { publicPhotos } from '../../contract/evidence/public'
import { readContext } from '../_shared/cloud'
import { findingOf } from '../_shared/media-check'
import { takeFinding } from '../_shared/records/findings'
import { bind, serve } from '../_shared/serve'
import { handleAttach } from './attach'
import { handleBegin } from './begin'
import { sweep } from './keep-photo'
import { handleList } from './list'
import { handleMakePublic } from './make-public'
import { handlePublic } from './public'

const answer = serve('evidence', [
  bind(beginPhoto, handleBegin),
  bind(attachPhoto, handleAttach),
  bind(listPhotos, handleList),
  bind(makePhotoPublic, handleMakePublic),
  bind(publicPhotos, handlePublic),
], sweep)

/** WeChat's message push comes here too. It comes without a person and not from the timer, which no client can feign. */
export async function main(event: unknown): Promise<unknown> {
  const { openid, timer } = readContext()
  const finding = openid === null && !timer ? findingOf(event) : null
  if (!finding) return answer(event)
  await takeFinding(finding, new Date().toISOString())
  return 'success'
}
