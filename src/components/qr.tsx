/** A QR code to hold out, black on white whatever the ground: at least 220, as wide as its card up to 320. */
import { Image, View } from '@tarojs/components'
import { useMemo } from 'react'
import { a11y } from './a11y'
import { qrPicture } from './qr-picture'
import css from './qr.module.scss'

export function Qr({ text, label }: { text: string; label: string }) {
  const picture = useMemo(() => qrPicture(text), [text])
  return <View className={css.box}><Image className={css.picture} src={picture} mode="scaleToFill" {...a11y({ role: 'img', label })} /></View>
}
