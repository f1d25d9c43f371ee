/** 一活动一档: the event as a Word file, made when it is asked for. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Heading } from '../../../components/heading'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { makeEventFile } from '../../../stores/reports'
import { takeFile } from '../frame/take-file'
import css from './index.module.scss'
import { fileRefusals, words } from './wording'

export function EventFile({ eventId }: { eventId: string }) {
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ ok: boolean; words: string } | null>(null)
  const take = async () => {
    setBusy(true)
    setSaid(null)
    setSaid(await takeFile(makeEventFile(eventId), fileRefusals))
    setBusy(false)
  }
  return (
    <View>
      <Heading>{words.file}</Heading>
      <View className={css.note}>{words.fileNote}</View>
      {said && <Notice tone={said.ok ? 'done' : 'attention'}>{said.words}</Notice>}
      <PlainButton fill icon="save" busy={busy && words.fileMaking} onPress={() => void take()}>{words.fileTake}</PlainButton>
    </View>
  )
}
