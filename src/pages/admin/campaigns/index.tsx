/** 主题月, 宣传周 around the unit in scope: its own, those it takes part in, and those below it. */
import { useDidShow } from '@tarojs/taro'
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { listCampaigns } from '#contract/events/campaigns'
import { BottomBar } from '../../../components/bottom-bar'
import { Card } from '../../../components/card'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Lines } from '../../../components/lines'
import { MainButton } from '../../../components/main-button'
import { Page } from '../../../components/page'
import { useCampaigns } from '../../../stores/campaigns'
import { troubleOf, type Refusals } from '../../../stores/failure-words'
import { ChoiceRow } from '../../choice-row'
import { StaleNotice } from '../../stale-notice'
import { dayWords } from '../figures/months'
import { homeOf } from '../frame/rooms'
import { scopeFailure } from '../frame/scope-failure'
import { useScope } from '../frame/use-scope'

const refusals: Refusals<typeof listCampaigns> = { 'unit-not-found': '没有找到这个单位，换一个单位看看' }

export default function CampaignsPage() {
  const scope = useScope((day) => day.slice(0, 7))
  const { unit, allowed } = scope
  const { input, value, failed, loading, load } = useCampaigns()
  const unitId = unit?.id ?? null
  const ask = () => { if (unitId !== null) void load({ unitId }) }
  useEffect(ask, [unitId])
  useDidShow(ask)
  const now = input?.unitId === unitId ? value : null
  const unread = failed && now === null ? troubleOf(failed, refusals, '主题月') : null
  const open = (page: string) => void Taro.navigateTo({ url: `/pages/admin/${page}` })
  return (
    <Page
      title="主题月、宣传周"
      home={homeOf.events}
      loading={allowed === null || (now === null && loading)}
      shape="lines"
      failure={scopeFailure(scope) ?? (unread && { title: unread.title, words: unread.words, ...(unread.again ? { onRetry: ask } : {}) })}
      foot={now && <BottomBar><MainButton icon="plus" onPress={() => open('campaign-new/index')}>发起一个</MainButton></BottomBar>}
    >
      {now && (
        <>
          <StaleNotice shown={failed !== null} onRetry={ask} />
          {now.campaigns.length === 0 && <EmptyLeaf title="还没有主题月" words="发起一个，活动和记录就能归到里面，清单做到哪里一看就知道。" />}
          {now.campaigns.length > 0 && (
            <Card flat>
              <Lines>
                {now.campaigns.map((one) => (
                  <ChoiceRow key={one.id} text={`${one.ordinal ?? ''}${one.name}`} note={`${dayWords(one.from)}到${dayWords(one.to)}，${one.unit.name}`} chosen={false} onPress={() => open(`campaign/index?id=${one.id}`)} />
                ))}
              </Lines>
            </Card>
          )}
          {now.more && <View>还有更早的，这里只列出最近 100 个。</View>}
        </>
      )}
    </Page>
  )
}
