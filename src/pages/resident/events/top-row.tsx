/** Another community, and larger type: one tap each, on the first page. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { Lines } from '../../../components/lines'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { Sheet } from '../../../components/sheet'
import { TypeSizeChoice } from '../../../components/type-size-choice'
import { wordsOf } from '../../../stores/failure-words'
import { moveTo, useMe } from '../../../stores/people'
import { useTypeSize } from '../../../theme/type-size'
import { ChoiceRow } from '../../choice-row'
import { SuggestEntry } from '../../suggest-entry'
import css from './top-row.module.scss'
import { chooseRefusals } from './wording'

export function TopRow({ onMoved }: { onMoved: () => void }) {
  const me = useMe(({ value }) => value)
  const { size, choose } = useTypeSize()
  const [open, setOpen] = useState<'community' | 'type' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const close = () => setOpen(null)

  async function move(communityId: string) {
    const answer = await moveTo(communityId)
    if (!answer.ok) return setTrouble(wordsOf(answer, chooseRefusals))
    setTrouble(null)
    close()
    onMoved()
  }

  return (
    <View className={css.row}>
      <PlainButton small onPress={() => setOpen('community')}>{me?.community ? '换社区' : '选社区'}</PlainButton>
      <PlainButton small onPress={() => (size === 'standard' ? choose('elder') : setOpen('type'))}>{size === 'standard' ? '长辈版' : '字号'}</PlainButton>
      <SuggestEntry />
      <Sheet open={open === 'community'} title="您住在哪个社区" onClose={close}>
        {trouble !== null && <Notice tone="attention">{trouble}</Notice>}
        <Lines>{(me?.communities ?? []).map(({ id, name }) => <ChoiceRow key={id} text={name} chosen={id === me?.community?.id} onPress={() => void move(id)} />)}</Lines>
      </Sheet>
      <Sheet open={open === 'type'} title="字号" onClose={close}><TypeSizeChoice /></Sheet>
    </View>
  )
}
