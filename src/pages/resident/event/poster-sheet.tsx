/** The poster, to keep or to send on: a long press on it opens the phone's own menu. */
import { useEffect, useState } from 'react'
import { Image, View } from '@tarojs/components'
import type { EventDetail } from '#contract/events/event'
import { a11y } from '../../../components/a11y'
import { PlainButton } from '../../../components/plain-button'
import { Sheet } from '../../../components/sheet'
import { TextLink } from '../../../components/text-link'
import type { Kept } from '../../../platform/picture'
import { drawPicture, keepPicture, keepWords } from '../../../platform/poster'
import { wordsOf } from '../../../stores/failure-words'
import { posterCodeOf } from '../../../stores/poster'
import css from './poster-sheet.module.scss'
import { drawPoster, posterHeight, posterWidth } from './poster-drawing'
import { posterRefusals } from './wording'

const keptWords: Record<Kept, string | null> = {
  kept: '海报存好了', 'not-wanted': null, 'not-allowed': '要在微信的设置里允许邻里存到相册；也可以长按海报来存', failed: '没有存成，可以长按海报来存',
}

export function PosterSheet({ event, open, onClose }: { event: EventDetail; open: boolean; onClose: () => void }) {
  const [picture, setPicture] = useState<string | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)

  async function make() {
    setFailed(null)
    const answer = await posterCodeOf(event.id)
    if (!answer.ok) return setFailed(wordsOf(answer, posterRefusals))
    try {
      setPicture(await drawPicture({ width: posterWidth, height: posterHeight, code: answer.value.picture, draw: (context, code) => drawPoster(event, context, code) }))
    } catch {
      setFailed('这部手机没画成海报，可以直接把活动转到群里')
    }
  }
  useEffect(() => { if (open && picture === null) void make() }, [open])
  const keep = (path: string) => void keepPicture(path, `${event.title}.jpg`).then((kept) => setSaid(keptWords[kept]))

  return (
    <Sheet open={open} title="海报" onClose={onClose} foot={picture !== null && <PlainButton fill strong icon="save" onPress={() => keep(picture)}>{keepWords}</PlainButton>}>
      {picture !== null
        ? <Image className={css.picture} src={picture} mode="scaleToFill" showMenuByLongpress {...a11y({ role: 'img', label: `${event.title}的海报，带二维码` })} />
        : <View className={css.waiting}><View>{failed ?? '正在画海报…'}</View>{failed !== null && <TextLink onPress={() => void make()}>再试一次</TextLink>}</View>}
      {picture !== null && <View className={css.note} {...a11y({ role: 'status' })}>{said ?? '长按海报，可以发给朋友或打印。'}</View>}
    </Sheet>
  )
}
