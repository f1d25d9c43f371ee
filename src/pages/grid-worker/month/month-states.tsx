/** Each unit's month: 有记录, 本月无此项 or 尚无记录, and in one tap that there is nothing. Nobody is counted up, compared or put in order. */
import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { TextLink } from '../../../components/text-link'
import { sayQuiet, type OwnMonth } from '../../../stores/own-months'
import { keptWords } from '../sheet/wording'
import css from './index.module.scss'
import { stateWords } from './wording'

export function MonthStates({ month, units }: { month: string; units: readonly OwnMonth[] }) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const say = (unitId: string, nothing: boolean) => void sayQuiet(unitId, month, nothing).then((queued) => setTrouble(keptWords(queued)))
  return (
    <>
      {units.map(({ unit, state, waiting }) => (
        <View key={unit.id} className={css.unit}>
          <View className={css.words}>
            <View>{unit.name}</View>
            <View className={css.note}>
              <Text className={state === 'unknown' ? '' : css.done}>{stateWords[state]}</Text>
              {waiting && <Text>待上传</Text>}
            </View>
          </View>
          {state === 'unknown' && <PlainButton small label={`${unit.name}，本月无此项`} onPress={() => say(unit.id, true)}>本月无此项</PlainButton>}
          {state === 'nothing' && <TextLink label={`${unit.name}，点错了，撤销`} onPress={() => say(unit.id, false)}>点错了，撤销</TextLink>}
        </View>
      ))}
      {trouble !== null && <Notice tone="attention">{trouble}</Notice>}
    </>
  )
}
