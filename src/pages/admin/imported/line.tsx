/** One figure that was brought over: what, when, how many, where from; with its file and the way to correct it. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ImportedView } from '#contract/work/imported'
import { TextLink } from '../../../components/text-link'
import { openFile } from '../../../platform/files'
import { today } from '../../../stores/calendar'
import { markOf } from '../figures/figure-rows'
import { whenWords } from '../suggestions/wording'
import css from './index.module.scss'
import { numberWords, periodWords } from './periods'
import { sources, words } from './wording'

interface Props { one: ImportedView; /** Absent: the unit in scope. */ unitName: string | null; onChange(): void }

export function Line({ one, unitName, onChange }: Props) {
  const [said, setSaid] = useState<string | null>(null)
  const { zh, measure, period, source, file, withdrawn, overlap, rev, versions } = one
  const what = `${periodWords(period)}，${zh}`
  const open = async () => {
    if (!file?.url) return
    setSaid(await openFile(file.url, file.name).then(() => null, () => words.fileFailed))
  }
  const newest = versions[0]
  return (
    <View className={css.line}>
      <View className={css.what}>
        <View className={css.name}>{zh}</View>
        <View className={css.note}>{periodWords(period)}{unitName === null ? '' : `，${unitName}`}</View>
        <View className={css.note}>{sources[source.kind]}：{source.name}</View>
        {!withdrawn && (period.length === 4 || period[5] === 'Q') && <View className={css.note}>{words.longer(period.length > 4)}</View>}
        {withdrawn && <View className={css.note}>{words.withdrawn}{newest?.reason ? `：${newest.reason}` : ''}</View>}
        {!withdrawn && overlap !== null && <View className={css.note}>{words[overlap]}</View>}
        {rev > 1 && newest && <View className={css.note}>{words.versions(rev)}，{whenWords(newest.at, today())}{!withdrawn && newest.reason ? `：${newest.reason}` : ''}</View>}
        {file && !file.url && <View className={css.note}>{words.fileComing}</View>}
        {said !== null && <View className={css.note}>{said}</View>}
      </View>
      <View className={css.end}>
        <View className={css.number}>
          {!withdrawn && <Text className={css.figure}>{numberWords(one)}</Text>}
          {withdrawn && <Text className={css.gone}>{numberWords(one)}</Text>}
          <Text className={css.measure}>{measure}</Text>
          <Text className={css.mark}>{markOf([source.kind])}</Text>
        </View>
        <View className={css.acts}>
          {file?.url && <TextLink label={words.fileOf(file.name)} onPress={() => void open()}>{words.file}</TextLink>}
          <TextLink label={words.changeOf(what)} onPress={onChange}>{withdrawn ? words.again : words.change}</TextLink>
        </View>
      </View>
    </View>
  )
}
