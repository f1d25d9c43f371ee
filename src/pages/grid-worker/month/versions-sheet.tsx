/** Every version of an entry, newest first: what it said, when, and why it was changed. */
import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { Notice } from '../../../components/notice'
import { Sheet } from '../../../components/sheet'
import { Skeleton } from '../../../components/skeleton'
import { clockOf, dayNumber, dayOf, monthNumber } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import { useVersions } from '../../../stores/month-entries'
import { sentenceOf } from '../entry/entry-form'
import css from './index.module.scss'
import { versionRefusals } from './wording'

interface Props { entryId: string; unitName: string; onClose: () => void }

export function VersionsSheet({ entryId, unitName, onClose }: Props) {
  const { value, input, failed, load } = useVersions()
  useEffect(() => { void load({ entryId }) }, [entryId, load])
  const shown = input?.entryId === entryId ? value : null
  const when = (at: string) => `${monthNumber(dayOf(at))}月${dayNumber(dayOf(at))}日 ${clockOf(at)}`
  return (
    <Sheet open title="各版" onClose={onClose}>
      {failed && <Notice tone="attention" act={{ text: '再试一次', onPress: () => void load({ entryId }) }}>{wordsOf(failed, versionRefusals)}</Notice>}
      {shown === null && !failed && <Skeleton shape="lines" />}
      {shown?.versions.map((version) => {
        const { before, number, after } = sentenceOf({ ...version, indicator: shown.indicator }, unitName)
        return (
          <View key={version.rev} className={css.version}>
            <View className={css.strong}>{`第 ${version.rev} 版`}</View>
            <View>{version.withdrawn ? '撤下了，不进合计' : `${before}${number}${after}`}</View>
            <View className={css.note}>{version.reason === null ? `${when(version.at)} 记下` : `${when(version.at)} 更正：${version.reason}`}{version.own ? '（您）' : ''}</View>
          </View>
        )
      })}
    </Sheet>
  )
}
