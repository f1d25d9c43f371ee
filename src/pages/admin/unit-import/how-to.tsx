/** Before a file is chosen: the three steps, the template, what fits. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card'
import { Lines } from '../../../components/lines'
import { PlainButton } from '../../../components/plain-button'
import { openFile } from '../../../platform/files'
import { wordsOf } from '../../../stores/failure-words'
import { makeTemplate } from '../../../stores/units'
import css from './index.module.scss'
import { words } from './wording'

export function HowTo() {
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const download = async () => {
    setBusy(true)
    setSaid(await fetched())
    setBusy(false)
  }
  return (
    <View>
      <Card flat><Lines>{words.how.map((step, i) => <View key={step} className={css.step}><View className={css.number}>{i + 1}</View><View className={css.words}>{step}</View></View>)}</Lines></Card>
      <View className={css.note}>{words.limits}</View>
      <View className={css.act}><PlainButton icon="save" busy={busy && words.templateBusy} onPress={() => void download()}>{words.template}</PlainButton></View>
      {said !== null && <View className={css.note}>{said}</View>}
    </View>
  )
}

async function fetched(): Promise<string> {
  const answer = await makeTemplate()
  if (!answer.ok) return wordsOf(answer, {})
  try {
    await openFile(answer.value.url, answer.value.name)
    return words.templateSaved(answer.value.name)
  } catch {
    return words.templateFailed
  }
}
