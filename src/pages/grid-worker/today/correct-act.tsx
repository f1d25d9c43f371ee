/** The way to 更正 in the row of an entry, and what became of one that did not get through. */
import { Text, View } from '@tarojs/components'
import { indicatorOf } from '#contract/work/indicators'
import { Notice } from '../../../components/notice'
import { TextLink } from '../../../components/text-link'
import { wordsOf } from '../../../stores/failure-words'
import { dropCorrection, isUndecided, sendCorrectionAgain, useCorrections, useWorkList, type CorrectionInput } from '../../../stores/work'
import type { LoggedEntry } from './correction'
import css from './logged-today.module.scss'
import { correctRefusals } from './wording'

interface Props { entry: LoggedEntry; onOpen: () => void; onDone: (entry: LoggedEntry, input: CorrectionInput) => void }

export function CorrectAct({ entry, onOpen, onDone }: Props) {
  const one = useCorrections(({ pending }) => pending[entry.id])
  if (!isUndecided(one)) return <View className={css.link}><TextLink label={`更正，${indicatorOf(entry.indicator).act}`} onPress={onOpen}>更正</TextLink></View>
  if (one.failed === null) return <Text>正在更正…</Text>
  const again = async () => { if (await sendCorrectionAgain(entry.id)) onDone(entry, one.input) }
  // Perhaps it arrived: the list says.
  const drop = () => { dropCorrection(entry.id); void useWorkList.getState().reload() }
  return (
    <>
      <Text className={css.warn}>更正还没存上：{wordsOf(one.failed, correctRefusals)}</Text>
      <View className={css.link}><TextLink onPress={() => void again()}>再试一次</TextLink></View>
      <View className={css.link}><TextLink onPress={drop}>不改了</TextLink></View>
    </>
  )
}

/** Of an entry that is not on the list any more: no row is left to say so. */
export function StrayCorrection({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const one = Object.values(useCorrections(({ pending }) => pending)).find(({ input, failed }) => failed && !ids.includes(input.entryId))
  if (!one?.failed) return null
  const { entryId } = one.input
  const again = async () => { if (await sendCorrectionAgain(entryId)) onDone() }
  const act = isUndecided(one) ? { text: '再试一次', onPress: () => void again() } : { text: '知道了', onPress: () => dropCorrection(entryId) }
  return <Notice tone="attention" act={act}>{isUndecided(one) ? '更正还没存上' : '更正没有记下'}：{wordsOf(one.failed, correctRefusals)}</Notice>
}
