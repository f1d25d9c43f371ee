/** The bar under an event: the one main act, or the sentence why there is none. */
import { BottomBar } from '../../../components/bottom-bar'
import { MainButton } from '../../../components/main-button'
import type { Standing } from './standing'

export function EventFoot({ standing, onRegister, noneChosen }: { standing: Standing; onRegister: () => void; noneChosen: boolean }) {
  if (standing.is === 'registered') return null
  if (standing.is === 'waitlisted') return <BottomBar words="您在候补名单上，有名额会告诉您" />
  if (standing.is === 'no-need') return <BottomBar words={standing.why} />
  if (standing.is === 'shut') return <BottomBar words={standing.why}><MainButton disabled onPress={() => {}}>{standing.button}</MainButton></BottomBar>
  return <BottomBar {...(noneChosen ? { words: '先选一场' } : {})}><MainButton disabled={noneChosen} onPress={onRegister}>我要报名</MainButton></BottomBar>
}
