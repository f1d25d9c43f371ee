/** The code, large enough to read out, and as a picture to scan. Shown this once: it is kept nowhere. */
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Role } from '#contract/roles/role'
import type { UnitBrief } from '#contract/values'
import { a11y } from '../../../components/a11y'
import { MainButton } from '../../../components/main-button'
import { Sheet } from '../../../components/sheet'
import { TextLink } from '../../../components/text-link'
import { today } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import { codeGroups, pictureOf } from '../../../stores/roles'
import css from './code-sheet.module.scss'
import { pictureRefusals, roleNames, untilWords, words } from './wording'

export interface Made { code: string; expiresAt: string; name: string; role: Role; unit: UnitBrief }

export function CodeSheet({ made, onClose }: { made: Made | null; onClose(): void }) {
  const [said, setSaid] = useState<string | null>(null)
  const code = made?.code ?? null
  const groups = codeGroups(code ?? '')
  useEffect(() => setSaid(null), [code])
  const copy = () => void Taro.setClipboardData({ data: groups.join('-') }).then(() => setSaid(words.copied), () => setSaid(words.notCopied))
  return (
    <Sheet open={made !== null} title={words.codeTitle} onClose={onClose} foot={<MainButton onPress={copy}>{words.copy}</MainButton>}>
      {made && (
        <View className={css.all}>
          <View className={css.what}>{made.name}，{made.unit.name}{roleNames[made.role]}</View>
          <View className={css.code} {...a11y({ role: 'img', label: `邀请码 ${groups.join(' ')}` })}>{groups.map((group, i) => <View key={i} className={css.group}>{group}{i < groups.length - 1 && '-'}</View>)}</View>
          <View className={css.rules}>{words.rules}</View>
          <View className={css.note}>{untilWords(made.expiresAt, today())}</View>
          {said !== null && <View className={css.said} {...a11y({ role: 'status' })}>{said}</View>}
          <Picture key={made.code} code={made.code} />
          <View className={css.note}>{words.codeNote(made.name)}</View>
        </View>
      )}
    </Sheet>
  )
}

/** Drawn by WeChat, which may take a moment or fail; the code above serves as well. */
function Picture({ code }: { code: string }) {
  const [picture, setPicture] = useState<string | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const draw = async () => {
    setFailed(null)
    const answer = await pictureOf(code)
    if (answer.ok) setPicture(answer.value.picture)
    else setFailed(answer.failure === 'code-not-valid' ? wordsOf(answer, pictureRefusals) : words.notDrawn)
  }
  useEffect(() => void draw(), [code])
  if (picture !== null) return <Image className={css.picture} src={picture} mode="scaleToFill" {...a11y({ role: 'img', label: '邀请码的二维码' })} />
  return (
    <View className={css.waiting}>
      <View className={css.note}>{failed ?? words.drawing}</View>
      {failed !== null && <TextLink onPress={() => void draw()}>{words.again}</TextLink>}
    </View>
  )
}
