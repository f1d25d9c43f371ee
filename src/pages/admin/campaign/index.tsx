/** One 主题月: what it is, and how far each item of its checklists is, with the facts behind each tick. */
import { View } from '@tarojs/components'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Card } from '../../../components/card'
import { cx } from '../../../components/cx'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { TextLink } from '../../../components/text-link'
import { wholeCampaign } from '#contract/events/campaign'
import { useAdminScope } from '../../../stores/admin-scope'
import { useCampaign } from '../../../stores/campaigns'
import { troubleOf } from '../../../stores/failure-words'
import { StaleNotice } from '../../stale-notice'
import { dayWords } from '../figures/months'
import { homeOf } from '../frame/rooms'
import { scopeFailure } from '../frame/scope-failure'
import { useScope } from '../frame/use-scope'
import css from './index.module.scss'
import { ItemLine, type Item } from './item-line'
import { TagSheet } from './tag-sheet'
import { getRefusals, words } from './wording'

export default function CampaignPage() {
  const campaignId = useRouter().params.id ?? ''
  const scope = useScope((day) => day.slice(0, 7))
  const { unit, allowed } = scope
  const { input, value, failed, loading, load } = useCampaign()
  const [tagging, setTagging] = useState<Pick<Item, 'id' | 'text'> | null>(null)
  const unitId = unit?.id ?? null
  const ask = () => { if (unitId !== null) void load({ campaignId, unitId }) }
  useEffect(ask, [unitId, campaignId])
  useDidShow(ask)
  const now = input?.campaignId === campaignId && input.unitId === unitId ? value : null
  const unread = failed && now === null ? troubleOf(failed.failure === 'bad-input' ? { ok: false, failure: 'campaign-not-found' } : failed, getRefusals, '主题月') : null
  return (
    <Page
      title={words.page}
      home={homeOf.events}
      loading={allowed === null || (now === null && loading)}
      failure={scopeFailure(scope) ?? (unread && { title: unread.title, words: unread.words, ...(unread.again ? { onRetry: ask } : {}) })}
    >
      {now && unit && (
        <>
          <StaleNotice shown={failed !== null} onRetry={ask} />
          <Heading as="display">{`${now.ordinal ?? ''}${now.name}`}</Heading>
          <View className={css.note}>{words.days(dayWords(now.from), dayWords(now.to))}，{now.unit.name}</View>
          {now.theme !== null && <View className={css.note}>{words.theme(now.theme)}</View>}
          {now.parent && <View className={css.note}>{words.parent(now.parent.name)}</View>}
          {now.basis.length > 0 && <View className={css.note}>{words.basis}：{now.basis.map((title) => `《${title.replace(/^《|》$/g, '')}》`).join('、')}</View>}
          {now.leadingGroup.length > 0 && <View className={css.note}>{words.group}：{now.leadingGroup.map(({ part, office }) => `${part} ${office}`).join('，')}</View>}
          <View className={css.acts}>
            <TextLink onPress={() => setTagging({ id: wholeCampaign, text: words.whole })}>{words.whole}</TextLink>
            <TextLink onPress={() => { useAdminScope.getState().chooseLonger(`${now.from}_${now.to}`, { id: campaignId, name: `${now.ordinal ?? ''}${now.name}` }); void Taro.navigateTo({ url: homeOf.totals }) }}>{words.totals}</TextLink>
          </View>
          {now.own && <TextLink onPress={() => void Taro.navigateTo({ url: `/pages/admin/campaign-new/index?id=${campaignId}` })}>{words.edit}</TextLink>}
          {now.more && <Notice>{words.more}</Notice>}
          {now.checklists.length === 0 && <Notice>{words.noLists}</Notice>}
          {now.checklists.map(({ id, name, on, items }) => (
            <View key={id}>
              <Heading>{name}</Heading>
              <View className={cx(css.note, css.count)}>{words.done(items.filter(({ ticked }) => ticked).length, items.length)}，{unit.name}，{words.listOn(dayWords(on))}</View>
              <Card flat><Lines>{items.map((item, index) => <ItemLine key={item.id} item={item} number={index + 1} unitId={unit.id} onTag={() => setTagging(item)} />)}</Lines></Card>
            </View>
          ))}
          {tagging && <TagSheet campaignId={campaignId} unitId={unit.id} item={tagging} onClose={() => { setTagging(null); ask() }} />}
        </>
      )}
    </Page>
  )
}
