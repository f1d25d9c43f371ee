/** 总结的模板: the sentences from which the unit's reports are drafted. Every mistake is told with its line, and nothing with a mistake is kept. */
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Output } from '#contract/call'
import { longestTemplate, type saveTemplate } from '#contract/reports/template'
import { BottomBar } from '../../../components/bottom-bar'
import { Confirm } from '../../../components/confirm'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { wordsOf } from '../../../stores/failure-words'
import { keepTemplate, useTemplate } from '../../../stores/report-template'
import { homeOf } from '../frame/rooms'
import { refusals, saveRefusals, words } from './wording'

export default function ReportTemplate() {
  const { unitId } = useRouter().params
  const { value, failed, load } = useTemplate()
  const [typed, setTyped] = useState<string | null>(null)
  const [mistakes, setMistakes] = useState<Output<typeof saveTemplate>['mistakes']>([])
  const [said, setSaid] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [asks, setAsks] = useState(false)
  const ask = () => { if (unitId) void load({ unitId }) }
  useEffect(ask, [unitId])
  const isOwn = value?.of?.id === unitId
  const keep = async (text: string | null) => {
    if (!unitId || !value) return
    setBusy(true)
    const answer = await keepTemplate(unitId, text, value.rev)
    setBusy(false)
    setAsks(false)
    setMistakes(answer.ok ? answer.value.mistakes : [])
    setSaid(answer.ok ? (answer.value.mistakes.length > 0 ? null : words.saved) : wordsOf(answer, saveRefusals))
    if (answer.ok && answer.value.mistakes.length === 0) { setTyped(null); ask() }
  }
  const failure = !unitId ? { title: words.failedTitle, words: words.brokenAddress } : value === null && failed ? { title: words.failedTitle, words: wordsOf(failed, refusals), onRetry: ask } : null
  return (
    <Page
      title={words.title} home={homeOf.report} loading={Boolean(unitId) && value === null && failed === null} shape="lines" failure={failure}
      foot={value && <BottomBar words={said}><MainButton busy={busy && words.saving} onPress={() => void keep(typed ?? value.text)}>{words.save}</MainButton></BottomBar>}
    >
      {value && (
        <>
          <Notice note={words.how}>{isOwn ? words.whose.own : value.of ? words.whose.above(value.of.name) : words.whose.usual}</Notice>
          {mistakes.length > 0 && <Notice tone="attention">{words.mistakes}{mistakes.map(({ line, what }, index) => <View key={index}>{words.at(line, what)}</View>)}</Notice>}
          <TextField label={words.field} value={typed ?? value.text} several maxLength={longestTemplate} onChange={(text) => { setTyped(text); setSaid(null) }} />
          {isOwn && <TextLink onPress={() => setAsks(true)}>{words.back}</TextLink>}
        </>
      )}
      <Confirm open={asks} question={words.backQuestion} words={words.backWords} yes={words.back} no={words.no} busy={busy && words.saving} onYes={() => void keep(null)} onNo={() => setAsks(false)} />
    </Page>
  )
}
