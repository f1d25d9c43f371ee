/** 我的资料: everything kept about the person by kind, to take along, and to have erased. */
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { PlainButton } from '../../../components/plain-button'
import { handOver } from '../../../platform/own-file'
import { today } from '../../../stores/calendar'
import { troubleOf } from '../../../stores/failure-words'
import { useMyData } from '../../../stores/my-data'
import { EraseSheet } from './erase-sheet'
import { Erased } from './erased'
import css from './index.module.scss'
import { KindCard } from './kind-card'
import { asText, readable } from './readable'
import { dataRefusals, words } from './wording'

/** On this page nothing is asked: asking would make her known again. */
const erasedUrl = '/pages/resident-more/my-data/index?erased=1'

export default function MyDataPage() {
  const erased = useRouter().params['erased'] !== undefined
  const { value, failed, load } = useMyData()
  const [erasing, setErasing] = useState(false)
  const [saving, setSaving] = useState<'no' | 'busy' | 'saved' | 'failed'>('no')
  const refresh = () => void load({})
  useDidShow(() => { if (!erased) refresh() })

  const kinds = value ? readable(value) : []
  const save = async () => {
    setSaving('busy')
    try {
      setSaving((await handOver(`邻里-我的资料-${today()}.txt`, asText(kinds, today()))) ? 'saved' : 'no')
    } catch {
      setSaving('failed')
    }
  }
  const trouble = failed && value === null ? troubleOf(failed, dataRefusals, words.page) : null
  if (erased) return <Page title={words.page} home="/pages/resident/events/index"><Erased /></Page>
  return (
    <Page title={words.page} home="/pages/resident/mine/index" loading={value === null && !trouble} failure={trouble && { title: trouble.title, words: trouble.words, ...(trouble.again ? { onRetry: refresh } : {}) }}>
      <View className={css.intro}>{words.intro}</View>
      {kinds.map((kind) => <KindCard key={kind.title} kind={kind} />)}
      <View className={css.acts}>
        {saving === 'saved' && <Notice tone="done">{words.saved}</Notice>}
        {saving === 'failed' && <Notice tone="attention">{words.notSaved}</Notice>}
        <PlainButton fill strong busy={saving === 'busy' && words.saving} onPress={() => void save()}>{words.save}</PlainButton>
        <PlainButton fill onPress={() => setErasing(true)}>{words.erase}</PlainButton>
      </View>
      <EraseSheet open={erasing} onClose={() => setErasing(false)} onErased={() => void Taro.reLaunch({ url: erasedUrl })} />
    </Page>
  )
}
