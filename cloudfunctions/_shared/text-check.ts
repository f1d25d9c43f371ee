/**
 * What WeChat itself thinks of words that somebody just typed (security.msgSecCheck, second form). It must be asked while they are
 * written: WeChat judges only the words of who used the mini-program within two hours. A function that asks lists
 * `security.msgSecCheck` in its config.json. Handlers ask through `caller.mayWrite`: the openid stays out of them.
 */
import { cloud } from './cloud'

/** Where the words will stand, in WeChat's numbers: what a person is called, or what they say about something. */
const scenes = { profile: 1, comment: 2 } as const
export type TextScene = keyof typeof scenes

/** WeChat's limit for one question, in characters. */
const mostCharacters = 2500
/** Whoever waits for a phone screen waits no longer for this, in ms. */
const patience = 2500

/**
 * false only where WeChat says 违规. 需复核 is allowed, for it is read by a person or was written by an admin; so is everything when WeChat cannot
 * be asked: the check protects readers, and its being away must not silence anybody. Never throws.
 */
export async function isTextAllowed(openid: string, texts: readonly string[], scene: TextScene): Promise<boolean> {
  const verdicts = await Promise.all(questionsOf(texts).map((content) => isContentAllowed(openid, content, scene)))
  return verdicts.every((isAllowed) => isAllowed)
}

/** A programme of sixty items is more than one question. What stands at a seam is in both. */
export function questionsOf(texts: readonly string[]): string[] {
  const characters = [...texts.filter((text) => text !== '').join('\n')]
  const questions: string[] = []
  for (let from = 0; from < characters.length; from += mostCharacters - overlap) {
    questions.push(characters.slice(from, from + mostCharacters).join(''))
    if (from + mostCharacters >= characters.length) break
  }
  return questions
}
/** Longer than any word, in characters. */
const overlap = 20

async function isContentAllowed(openid: string, content: string, scene: TextScene): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => { timer = setTimeout(() => resolve(null), patience) })
  try {
    const asked = cloud.openapi.security.msgSecCheck({ version: 2, scene: scenes[scene], openid, content }) as Promise<Verdict>
    const verdict = await Promise.race([asked, late])
    if (verdict === null) notAsked('timeout')
    return verdict?.result?.suggest !== 'risky'
  } catch (failure) {
    notAsked((failure as { errCode?: unknown } | null)?.errCode)
    return true
  } finally {
    clearTimeout(timer)
  }
}

interface Verdict { result?: { suggest?: 'pass' | 'review' | 'risky' } }

/** Without the words and without WeChat's sentence, which may repeat them. */
function notAsked(why: unknown): void {
  console.error(JSON.stringify({ textCheck: 'not asked', why: typeof why === 'number' ? why : String(why).slice(0, 40) }))
}
