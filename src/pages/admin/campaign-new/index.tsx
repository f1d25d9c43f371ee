/** A 主题月 called for, or changed. Where somebody else changed it meanwhile, theirs and mine are put together and looked at before it is saved. */
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { today } from '../../../stores/calendar'
import { callFor, fetchCampaign, useCampaigns, writeCampaign } from '../../../stores/campaigns'
import { wordsOf } from '../../../stores/failure-words'
import { newRecordId } from '../../../stores/record'
import { mergedWith } from '../events/merge'
import { homeOf } from '../frame/rooms'
import { scopeFailure } from '../frame/scope-failure'
import { useScope } from '../frame/use-scope'
import { CampaignFields } from './campaign-fields'
import { checkCampaign, emptyCampaign, formOf, type CampaignForm, type Wrong } from './campaign-form'
import { callRefusals, changeRefusals, getRefusals, words } from './wording'

export default function CampaignNew() {
  const { id } = useRouter().params
  const scope = useScope((day) => day.slice(0, 7))
  const { unit, allowed } = scope
  const { value: around, load: loadAround } = useCampaigns()
  const [recordId] = useState(newRecordId)
  const [begun, setBegun] = useState<{ version: number; base: CampaignForm } | null>(null)
  const [form, setForm] = useState<CampaignForm | null>(id === undefined ? emptyCampaign(today()) : null)
  const [failed, setFailed] = useState<string | null>(null)
  const [wrong, setWrong] = useState<Wrong>({})
  const [said, setSaid] = useState<string | null>(null)
  const [news, setNews] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const unitId = unit?.id ?? null

  const begin = async () => {
    if (unitId === null) return
    void loadAround({ unitId })
    if (id === undefined) return
    setFailed(null)
    const answer = await fetchCampaign({ campaignId: id, unitId })
    if (!answer.ok) return setFailed(wordsOf(answer, getRefusals))
    setBegun({ version: answer.value.version, base: formOf(answer.value) })
    setForm(formOf(answer.value))
  }
  useEffect(() => { void begin() }, [unitId, id])

  const meet = async (mine: CampaignForm, base: CampaignForm) => {
    if (id === undefined || unitId === null) return
    const answer = await fetchCampaign({ campaignId: id, unitId })
    if (!answer.ok) return
    const now = formOf(answer.value)
    const { form: merged, both } = mergedWith(base, mine, now)
    setBegun({ version: answer.value.version, base: now })
    setForm(merged)
    setNews(words.merged + (both.length > 0 ? words.both : ''))
  }
  const save = async () => {
    if (form === null || unitId === null) return
    const checked = checkCampaign(form)
    setWrong(checked.ok ? {} : checked.errors)
    setSaid(checked.ok ? null : words.fix)
    if (!checked.ok) return
    setBusy(true)
    if (id === undefined) {
      const answer = await callFor({ recordId, unitId, ...checked.plan })
      setBusy(false)
      return answer.ok ? done(answer.value.campaignId) : setSaid(wordsOf(answer, callRefusals))
    }
    const answer = await writeCampaign({ campaignId: id, seen: begun?.version ?? 0, ...checked.plan })
    if (!answer.ok && answer.failure === 'changed-since' && begun) await meet(form, begun.base)
    setBusy(false)
    return answer.ok ? done(id) : setSaid(wordsOf(answer, changeRefusals))
  }
  return (
    <Page
      title={words.page}
      home={homeOf.events}
      loading={allowed === null || (form === null && failed === null)}
      failure={scopeFailure(scope, { title: words.notAllowed }) ?? (failed === null ? null : { title: words.failedTitle, words: failed, onRetry: () => void begin() })}
      foot={form && unit && <BottomBar {...(said === null ? {} : { words: said })}><MainButton busy={busy && words.saving} onPress={() => void save()}>{words.save}</MainButton></BottomBar>}
    >
      {form && unit && (
        <>
          {id === undefined && <View>{words.host(unit.name)}</View>}
          {news !== null && <Notice tone="attention">{news}</Notice>}
          <CampaignFields form={form} wrong={wrong} parents={(around?.campaigns ?? []).filter((one) => one.id !== id)} onChange={(part) => setForm({ ...form, ...part })} />
        </>
      )}
    </Page>
  )
}

function done(campaignId: string): void {
  void Taro.redirectTo({ url: `/pages/admin/campaign/index?id=${campaignId}` })
}
