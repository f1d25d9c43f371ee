/** One photo, whole, with the switch 不公开 / 公开 and what has become of it. */
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Press } from '../../../components/press'
import { Segmented } from '../../../components/segmented'
import { isShown, type EventPhoto, type ShowWish } from '../../../stores/event-photos'
import { ToGroup } from '../../photos/to-group'
import css from './index.module.scss'
import { stateWords, takenWords, troubleWith, words } from './wording'

interface Props {
  photo: EventPhoto
  number: number
  /** Of all photos beside it, to leaf through. */
  urls: string[]
  wish: ShowWish | undefined
  /** Goes with it into the group chat. */
  sentence: string
  /** 公开 is wanted; what follows is asked first. */
  onShow(): void
  onSend(isPublic: boolean): void
}

const choices = [{ key: 'private', text: words.isPrivate }, { key: 'public', text: words.isPublic }] as const

export function PhotoLine({ photo, number, urls, wish, sentence, onShow, onSend }: Props) {
  const { shown, url } = photo
  const isOn = wish?.shown ?? isShown(photo)
  const choose = (isPublic: boolean) => {
    if (wish?.failed === null || isPublic === isOn) return
    if (isPublic) onShow()
    else onSend(false)
  }
  return (
    <View className={css.photo}>
      <Card>
        <Press className={css.large} label={words.large(number, takenWords(photo))} onPress={() => void Taro.previewImage({ current: url, urls })}>
          <Image className={css.picture} src={url} mode="aspectFit" lazyLoad />
        </Press>
        <View className={css.taken}>{takenWords(photo)}</View>
        {shown !== 'refused' && <Segmented label={words.numbered(number)} items={choices} chosen={isOn ? 'public' : 'private'} onChange={(key) => choose(key === 'public')} />}
        <View className={css.state}><State shown={shown} wish={wish} onAgain={onSend} /></View>
        {sentence !== '' && <ToGroup url={url} sentence={sentence} label={words.toGroup(number)} />}
      </Card>
    </View>
  )
}

function State({ shown, wish, onAgain }: { shown: EventPhoto['shown']; wish: ShowWish | undefined; onAgain(isPublic: boolean): void }) {
  if (wish?.failed) return <Notice tone="attention" act={{ text: words.again, onPress: () => onAgain(wish.shown) }}>{troubleWith(wish.shown, wish.failed)}</Notice>
  if (wish) return <Notice>{wish.shown ? words.sending : words.takingBack}</Notice>
  if (shown === 'public') return <Notice tone="done">{stateWords.public}</Notice>
  if (shown === 'private') return <View className={css.taken}>{stateWords.private}</View>
  return <Notice tone={shown === 'checking' ? 'quiet' : 'attention'}>{stateWords[shown]}</Notice>
}
