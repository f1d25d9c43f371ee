/** What this phone could not keep, or soon cannot: said before anything else is recorded, and nothing old is dropped for it. */
import { Notice } from '../../components/notice'
import { useUnkept } from '../../stores/queue/unkept'
import { roomLeft } from '../../stores/queue/queue-of-phone'
import { whyUnkept } from './queue-words'

export function UnkeptNotice() {
  const unkept = useUnkept(({ failed }) => failed)
  if (unkept) return <Notice tone="attention">{whyUnkept(unkept)}</Notice>
  return roomLeft() === 'little' ? <Notice tone="attention" note="已经记下的都还在，一条也不会丢。">手机里给邻里的空间快满了，请连上网，让待上传的先传完</Notice> : null
}
