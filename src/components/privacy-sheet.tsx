/** 用户隐私保护提示: before the first private thing, on whatever page it is asked. Only WeChat's own button counts as agreeing. */
import { Button, View } from '@tarojs/components'
import { openContract } from '../platform/privacy'
import { usePrivacyQuestion, type Private } from '../platform/privacy-question'
import button from './button.module.scss'
import { cx } from './cx'
import { PlainButton } from './plain-button'
import css from './privacy-sheet.module.scss'
import { Sheet } from './sheet'
import { TextLink } from './text-link'

const uses: Record<Private, string> = {
  camera: '接下来要用到摄像头。', album: '接下来要用到您的相册。', phone: '接下来要用到您的手机号。', file: '接下来要用到您在微信里收到的文件。', place: '接下来要在地图上选地点。',
}
const agreeId = 'agree-to-privacy'

export function PrivacySheet() {
  const question = usePrivacyQuestion(({ question: asked }) => asked)
  if (!question) return null
  const foot = (
    <View className={css.answers}>
      <Button id={agreeId} className={cx(button.button, button.main)} hoverClass="pressed" openType="agreePrivacyAuthorization" onAgreePrivacyAuthorization={() => question.answer(agreeId)}>
        <View className={button.words}>同意</View>
      </Button>
      <PlainButton onPress={() => question.answer(null)}>不同意</PlainButton>
    </View>
  )
  return (
    <Sheet open title="用户隐私保护提示" onClose={() => question.answer(null)} foot={foot}>
      <View className={css.words}>{uses[question.what]}按规定，先请您看一看隐私保护指引，里面写着用来做什么、存多久。不同意也没关系，别的功能照常用。</View>
      <TextLink onPress={openContract}>看《用户隐私保护指引》</TextLink>
    </Sheet>
  )
}
