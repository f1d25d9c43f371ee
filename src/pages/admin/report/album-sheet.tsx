/** 佐证照片册, volume after volume: each is made in a call of its own, and the sheet says how far it has come. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Sheet } from '../../../components/sheet'
import { makeAlbum } from '../../../stores/reports'
import { takeFile } from '../frame/take-file'
import css from './way-up.module.scss'
import { albumRefusals, albumWords } from './wording'

interface Props { open: boolean; unitId: string; month: string; onClose(): void }

export function AlbumSheet({ open, unitId, month, onClose }: Props) {
  /** `volumes`: 0 while nobody has said how many there are. */
  const [at, setAt] = useState({ next: 1, volumes: 0 })
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ ok: boolean; words: string } | null>(null)
  const take = async () => {
    setBusy(true)
    setSaid(null)
    const made = makeAlbum(unitId, month, at.next)
    const taken = await takeFile(made, albumRefusals)
    const answer = await made
    if (answer.ok) setAt({ next: taken.ok ? (at.next % answer.value.volumes) + 1 : at.next, volumes: answer.value.volumes })
    setSaid(taken)
    setBusy(false)
  }
  return (
    <Sheet open={open} title={albumWords.title} onClose={onClose} foot={<MainButton icon="save" busy={busy && albumWords.making(at.next, at.volumes)} onPress={() => void take()}>{albumWords.take(at.next, at.volumes)}</MainButton>}>
      <View className={css.note}>{albumWords.note}</View>
      {said && <Notice tone={said.ok ? 'done' : 'attention'}>{said.words}</Notice>}
    </Sheet>
  )
}
