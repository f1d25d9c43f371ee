/** What one does next with the report: approve it, hand it in, or take it along. One main act; the others beside it. */
import { BottomBar } from '../../../components/bottom-bar'
import { MainButton } from '../../../components/main-button'
import type { useActs } from './use-acts'
import type { Standing } from './way-up'
import { words } from './wording'

interface Props { acts: ReturnType<typeof useActs>; standing: Standing | null; /** Large type: the bar has room for the main act only. */ large: boolean; onCopy(): void }

export function ActsBar({ acts, standing, large, onCopy }: Props) {
  const next = nextAct(standing)
  const word = { text: words.wordShort, icon: 'save' as const, onPress: () => void acts.download() }
  const copy = { text: words.copy, icon: 'share' as const, onPress: onCopy }
  const side = next === 'word' ? [copy] : next === 'approve' && standing?.may.sendBack ? [{ text: words.sendBack, icon: 'again' as const, onPress: () => acts.setOpen('send-back') }, word] : [word, copy]
  return (
    <BottomBar {...(acts.said === null ? {} : { words: acts.said })} side={large ? [] : side}>
      {next === 'word' && <MainButton icon="save" busy={acts.busy === 'word' && words.making} onPress={() => void acts.download()}>{words.word}</MainButton>}
      {next === 'approve' && <MainButton busy={acts.busy === 'act' && words.approving} onPress={() => acts.setOpen('approve')}>{words.approve}</MainButton>}
      {next === 'submit' && <MainButton busy={acts.busy === 'act' && words.submitting} onPress={() => acts.setOpen('submit')}>{standing?.state === 'draft' ? words.submit : words.submitAgain}</MainButton>}
    </BottomBar>
  )
}

export function nextAct(standing: Standing | null): 'approve' | 'submit' | 'word' {
  if (!standing) return 'word'
  const { state, may, changedSince } = standing
  if (state === 'submitted') return may.approve && !changedSince ? 'approve' : may.submit && changedSince ? 'submit' : 'word'
  return may.submit ? 'submit' : 'word'
}
