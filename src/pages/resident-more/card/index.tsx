/** 码卡: for who leaves the phone at home. Shown as it will be printed, saved as a picture, and replaced when it is lost. */
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar'
import { Card } from '../../../components/card'
import { Confirm } from '../../../components/confirm'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Qr } from '../../../components/qr'
import { qrPicture, qrSquares } from '../../../components/qr-picture'
import { TextLink } from '../../../components/text-link'
import type { Kept } from '../../../platform/picture'
import { drawPicture, keepPicture, keepWords } from '../../../platform/poster'
import { replaceCard, useCard } from '../../../stores/codes'
import { troubleOf, wordsOf } from '../../../stores/failure-words'
import { CodeText } from '../../code-text'
import { StaleNotice } from '../../stale-notice'
import { cardHeight, cardWidth, drawCard } from './draw-card'
import css from './index.module.scss'
import { cardRefusals, keptWords, words } from './wording'

type Said = { tone: 'done' | 'attention'; words: string }

export default function CardPage() {
  const { value, failed, loading, load } = useCard()
  const [busy, setBusy] = useState<'save' | 'replace' | null>(null)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const refresh = () => void load({})
  useDidShow(refresh)
  const trouble = failed && value === null ? troubleOf(failed, cardRefusals, '码卡') : null
  const callName = value?.callName ?? words.unnamed

  async function save() {
    if (!value) return
    setBusy('save')
    setSaid(null)
    const kept = await keep(callName, value.code, value.number).catch(() => 'failed' as const)
    setBusy(null)
    const told = keptWords[kept]
    setSaid(told === null ? null : { tone: kept === 'kept' ? 'done' : 'attention', words: told })
  }

  async function replace() {
    if (!value) return
    setBusy('replace')
    const answer = await replaceCard(value.number)
    setBusy(null)
    setAsking(false)
    setSaid(answer.ok ? { tone: 'done', words: `换好了，这是第 ${answer.value.number} 张。` } : { tone: 'attention', words: wordsOf(answer, cardRefusals) })
  }

  return (
    <Page
      title={words.title}
      home="/pages/resident/mine/index"
      loading={value === null && loading}
      failure={trouble && { title: trouble.title, words: trouble.words, ...(trouble.again ? { onRetry: refresh } : {}) }}
      foot={value && <BottomBar><MainButton icon="save" busy={busy === 'save' && words.saving} onPress={() => void save()}>{keepWords}</MainButton></BottomBar>}
    >
      {value && (
        <>
          <StaleNotice shown={failed !== null} onRetry={refresh} />
          {said && <Notice tone={said.tone}>{said.words}</Notice>}
          <View className={css.what}>{words.what}</View>
          <Card>
            <View className={css.name}>{callName}</View>
            <Qr text={value.code} label={`码卡，${callName}`} />
            {words.lines.map((line) => <View key={line} className={css.line}>{line}</View>)}
            <View className={css.foot}>{`第 ${value.number} 张`}</View>
          </Card>
          <View className={css.links}>
            <TextLink onPress={() => { setSaid(null); setAsking(true) }}>{words.lost}</TextLink>
            <CodeText text={value.code} />
          </View>
          <Confirm open={asking} question={words.question} words={words.questionWords} yes="换新的" no="不换" busy={busy === 'replace' && '正在换…'} onYes={() => void replace()} onNo={() => setAsking(false)} />
        </>
      )}
    </Page>
  )
}

async function keep(callName: string, code: string, number: number): Promise<Kept> {
  const draw = (pen: CanvasRenderingContext2D) => drawCard(pen, { callName, squares: qrSquares(code), lines: words.lines, foot: words.foot(number) })
  return keepPicture(await drawPicture({ width: cardWidth, height: cardHeight, code: qrPicture(code), draw }), `码卡-${callName}.jpg`)
}
