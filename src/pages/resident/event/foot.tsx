/** The bar under an event: the one main act, or the sentence why there is none; and the ways to hand it on. */
import { BottomBar } from '../../../components/bottom-bar'
import { MainButton } from '../../../components/main-button'
import { PlainButton } from '../../../components/plain-button'
import { canSendToChat } from '../../../platform/poster'
import { useRegistering } from '../../../stores/registrations'
import { byTapAlone, othersWait } from './said'
import type { SignUp, Standing, wouldWait } from './standing'

interface Props {
  standing: Standing
  /** Whether a neighbour could be signed up. */
  others: SignUp
  willWait: ReturnType<typeof wouldWait>
  /** What happens to whoever waits. */
  next: string
  noneChosen: boolean
  published: boolean
  onRegister: () => void
  onOffer: () => void
  onPoster: () => void
}

export function EventFoot({ standing, others, willWait, next, noneChosen, published, onRegister, onOffer, onPoster }: Props) {
  const busy = useRegistering(({ busy: doing }) => doing === 'offer')
  const handOn = published
    ? [...(canSendToChat ? [{ text: '转到群里', icon: 'share' as const, share: true, onPress: () => {} }] : []), { text: '海报', icon: 'photo' as const, onPress: onPoster }]
    : []
  const forNeighbour = others.is === 'open' || others.is === 'full'
  switch (standing.is) {
    case 'registered':
    case 'waitlisted':
      if (standing.mine.offered) return <BottomBar words={byTapAlone} side={handOn}><MainButton busy={busy && '正在要…'} onPress={onOffer}>要这个名额</MainButton></BottomBar>
      return <BottomBar side={handOn}>{forNeighbour && <PlainButton fill disabled={noneChosen} onPress={onRegister}>替邻居报名</PlainButton>}</BottomBar>
    case 'no-need': return <BottomBar words={standing.why} side={handOn} />
    case 'shut': return <BottomBar words={standing.why} side={handOn}><MainButton disabled onPress={() => {}}>{standing.button}</MainButton></BottomBar>
    default: return (
      <BottomBar words={noneChosen ? '先选一场' : willWait === 'no' ? null : willWait === 'perhaps' ? othersWait : `报满了，${next}`} side={handOn}>
        <MainButton disabled={noneChosen} onPress={onRegister}>{willWait === 'yes' ? '排候补' : '我要报名'}</MainButton>
      </BottomBar>
    )
  }
}
