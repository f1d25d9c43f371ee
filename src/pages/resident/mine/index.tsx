/** What the resident signed up for; and for who also works here, the way to the work. */
import Taro, { useDidShow } from '@tarojs/taro'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Heading } from '../../../components/heading'
import { Page } from '../../../components/page'
import { Skeleton } from '../../../components/skeleton'
import { ErrorLeaf } from '../../../components/error-leaf'
import { TextLink } from '../../../components/text-link'
import { troubleOf } from '../../../stores/failure-words'
import { loadMe, useMe } from '../../../stores/people'
import { isWaiting, loadMine, useMine, usePositions, type Mine } from '../../../stores/registrations'
import { StaleNotice } from '../../stale-notice'
import { eventsUrl } from '../open-event'
import { MyCodes } from '../code/my-codes'
import { UnseenNotices } from '../notices/unseen-notices'
import { ResidentTabs } from '../tabs'
import { LeftHere } from './left-here'
import { MyEvents } from './my-events'
import { MyWork } from './my-work'
import { mineRefusals } from './wording'

export default function MinePage() {
  const { value, failed, loading } = useMine()
  const positions = usePositions(({ value: known }) => known?.positions) ?? []
  const me = useMe(({ value: known }) => known)
  const refresh = () => { void loadMe(); void loadMine() }
  useDidShow(refresh)

  const cancelled = ({ registration, event }: Mine) => registration.status === 'cancelled' || event.status === 'cancelled'
  const standing = value?.coming.filter((one) => !cancelled(one)) ?? []
  const coming = standing.filter(({ registration }) => registration.status === 'confirmed')
  const waiting = standing.filter(isWaiting)
  // Who still waited when it was over had no place. Who had one may not have come: the list does not say so.
  const past = value?.past.filter((one) => !cancelled(one) && one.registration.status === 'confirmed') ?? []
  const off = value ? [...value.coming, ...value.past].filter(cancelled) : []
  const trouble = failed && value === null ? troubleOf(failed, mineRefusals, '您的报名') : null
  const none = value !== null && coming.length + waiting.length + past.length + off.length === 0

  return (
    <Page first title={me?.callName ?? '我的'} foot={<ResidentTabs current="mine" />}>
      <UnseenNotices />
      <MyWork me={me} />
      <LeftHere />
      <MyCodes />
      {trouble && <ErrorLeaf title={trouble.title} words={trouble.words} {...(trouble.again ? { onRetry: refresh } : {})} />}
      <StaleNotice shown={failed !== null && value !== null} onRetry={refresh} />
      {value === null && loading && <Skeleton shape="cards" />}
      {none && <EmptyLeaf title="还没有报过名" words="报了名的活动会在这里。" next={{ text: '看看活动', onPress: () => void Taro.redirectTo({ url: eventsUrl }) }} />}
      {coming.length > 0 && <><Heading>要去的</Heading><MyEvents items={coming} /></>}
      {waiting.length > 0 && <><Heading>候补中</Heading><MyEvents items={waiting} positions={positions} /></>}
      {past.length > 0 && <><Heading>以前报的</Heading><MyEvents items={past} earlier /></>}
      {off.length > 0 && <><Heading>取消的</Heading><MyEvents items={off} /></>}
      <TextLink onPress={() => void Taro.navigateTo({ url: '/pages/resident-more/notices/index' })}>所有通知</TextLink>
      <TextLink onPress={() => void Taro.navigateTo({ url: '/pages/resident-more/my-data/index' })}>我的资料：查看、带走、删除</TextLink>
      <TextLink onPress={() => void Taro.navigateTo({ url: '/pages/resident-more/join/index' })}>我有邀请码</TextLink>
    </Page>
  )
}
