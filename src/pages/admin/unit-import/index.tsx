/** 导入表格: the template, a file, what the check says, and the import. Leaving the page keeps what was checked. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { TextLink } from '../../../components/text-link'
import { chooseFile } from '../../../platform/files'
import { wordsOf } from '../../../stores/failure-words'
import { useUnitImport } from '../../../stores/unit-import'
import { homeOf } from '../frame/rooms'
import { scopeFailure } from '../frame/scope-failure'
import { useScope } from '../frame/use-scope'
import { Checked } from './checked'
import { HowTo } from './how-to'
import css from './index.module.scss'
import { importRefusals, needsAnotherFile, words } from './wording'

export default function ImportPage() {
  const scope = useScope((day) => day.slice(0, 7))
  const { unit, allowed } = scope
  const { sheet, under, busy, told, failed, choose, ask, startAgain } = useUnitImport()
  const [unreadable, setUnreadable] = useState(false)
  const unitId = unit?.id ?? ''
  // Another unit was chosen since.
  useEffect(() => { if (unit && under !== null && under !== unit.id) startAgain() }, [unit?.id])

  const pick = async () => {
    try {
      const file = await chooseFile(['xlsx'])
      setUnreadable(false)
      if (!file) return
      choose(file)
      await ask('check', unitId)
    } catch {
      setUnreadable(true)
    }
  }
  const back = () => {
    startAgain()
    void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.redirectTo({ url: homeOf.units }))
  }
  const pickWith = (text: string) => <MainButton busy={busy === 'check' && words.checking} onPress={() => void pick()}>{text}</MainButton>
  const ready = told !== null && told.troubles.length === 0 && !told.imported && told.added > 0
  const main = () => {
    if (busy === 'check' || sheet === null) return pickWith(words.choose)
    if (told?.imported) return <MainButton onPress={back}>{words.back}</MainButton>
    if (failed && needsAnotherFile(failed)) return pickWith(words.chooseOther)
    if (ready) return <MainButton busy={busy === 'import' && words.importing} onPress={() => void ask('import', unitId)}>{words.import}</MainButton>
    if (failed) return <MainButton icon="again" onPress={() => void ask('check', unitId)}>{failed.failure === 'changed-meanwhile' ? words.checkAgain : words.again}</MainButton>
    return pickWith(told && told.troubles.length > 0 ? words.chooseMended : words.chooseOther)
  }
  return (
    <Page title={words.page} home={homeOf.units} loading={allowed === null} failure={scopeFailure(scope, { title: '您没有这项权限' })} foot={unit && <BottomBar>{main()}</BottomBar>}>
      {unit && <View className={css.under}>{words.under(unit.name)}</View>}
      {sheet === null && <HowTo />}
      {sheet !== null && <Heading>{sheet.name}</Heading>}
      {unreadable && <Notice tone="attention">{words.unreadable}</Notice>}
      {failed && <View className={css.told}><Notice tone="attention">{wordsOf(failed, importRefusals)}</Notice></View>}
      {told && <View className={css.told}><Checked told={told} /></View>}
      {ready && busy === null && <TextLink onPress={() => void pick()}>{words.chooseOther}</TextLink>}
    </Page>
  )
}
