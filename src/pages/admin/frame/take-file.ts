/** A file of ours on its way to whoever asked for it: made, fetched, and opened or saved. */
import type { Answer, Call } from '#contract/call'
import { openFile } from '../../../platform/files'
import { wordsOf, type Refusals } from '../../../stores/failure-words'

/** The sentence that stands on the page then. */
export async function takeFile<C extends Call>(made: Promise<Answer<C>>, refusals: Refusals<C>): Promise<{ ok: boolean; words: string }> {
  const answer = await made
  if (!answer.ok) return { ok: false, words: wordsOf(answer, refusals) }
  const { url, name } = answer.value as { url: string; name: string }
  try {
    await openFile(url, name)
    return { ok: true, words: `「${name}」下载好了` }
  } catch {
    return { ok: false, words: '文件生成了，没取下来，再点一次' }
  }
}
