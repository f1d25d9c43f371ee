/** Search, another community, larger type: one tap each, on the first page. */
import { useState, type ReactNode } from 'react'
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Lines } from '../../../components/lines'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { Sheet } from '../../../components/sheet'
import { TypeSizeChoice } from '../../../components/type-size-choice'
import { wordsOf } from '../../../stores/failure-words'
import { useHome } from '../../../stores/home'
import { loadMe, moveTo, useMe } from '../../../stores/people'
import { useTypeSize } from '../../../theme/type-size'
import { ChoiceRow } from '../../choice-row'
import { SuggestEntry } from '../../suggest-entry'
import css from './top-row.module.scss'
import { searchUrl } from '../open-event'
import { chooseRefusals, words } from './wording'

export function TopRow({ choosing, onChoosing, children }: { choosing: boolean; onChoosing: (choosing: boolean) => void; children?: ReactNode }) {
  const { value: me, loading } = useMe()
  const { home } = useHome()
  const { size, choose } = useTypeSize()
  const [sizing, setSizing] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  async function move(communityId: string) {
    const answer = await moveTo(communityId)
    if (!answer.ok) return setTrouble(wordsOf(answer, chooseRefusals))
    setTrouble(null)
    onChoosing(false)
  }

  return (
    <View className={css.row}>
      <PlainButton small label="搜活动" onPress={() => void Taro.navigateTo({ url: searchUrl })}>搜</PlainButton>
      <PlainButton small onPress={() => { void loadMe(); onChoosing(true) }}>{home ? '换社区' : '选社区'}</PlainButton>
      <PlainButton small onPress={() => (size === 'standard' ? choose('elder') : setSizing(true))}>{size === 'standard' ? '长辈版' : '字号'}</PlainButton>
      <SuggestEntry />
      {children}
      <Sheet open={choosing} title="您住在哪个社区" onClose={() => onChoosing(false)}>
        {trouble !== null && <Notice tone="attention">{trouble}</Notice>}
        {me === null && <Notice act={{ text: '再取一次', onPress: () => void loadMe() }}>{loading ? words.loading : words.noCommunities}</Notice>}
        <Lines>{(me?.communities ?? []).map(({ id, name }) => <ChoiceRow key={id} text={name} chosen={id === me?.community?.id} onPress={() => void move(id)} />)}</Lines>
      </Sheet>
      <Sheet open={sizing} title="字号" onClose={() => setSizing(false)}><TypeSizeChoice /></Sheet>
    </View>
  )
}
