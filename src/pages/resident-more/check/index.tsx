/** Opened by the code on a file: are its figures and text those that were approved? Yes or no, for everybody, and nothing of what stands in it. */
import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { Heading } from '../../../components/heading'
import { Page } from '../../../components/page'
import { Stamp } from '../../../components/stamp'
import { dayNumber, monthNumber, today } from '../../../stores/calendar'
import { troubleOf } from '../../../stores/failure-words'
import { useFileCheck } from '../../../stores/file-check'
import { plainScene } from '../../resident/scene'
import css from './index.module.scss'
import { checkRefusals, words } from './wording'

export default function CheckPage() {
  const code = plainScene(useRouter().params.scene)
  const { value, failed, loading, load } = useFileCheck()
  const refresh = () => void load({ code })
  useDidShow(refresh)
  const trouble = failed && value === null ? troubleOf(code === '' ? { ok: false, failure: 'bad-input', message: words.unread } : failed, checkRefusals, '核对的结果') : null
  const said = value?.standing === 'approved' ? words.approved : words.notApproved
  return (
    <Page
      title={words.title}
      home="/pages/resident/events/index"
      loading={value === null && loading}
      failure={trouble && { title: trouble.title, words: trouble.words, ...(trouble.again ? { onRetry: refresh } : {}) }}
    >
      {value && (
        <View className={css.said}>
          {value.standing === 'approved' && <View className={css.stamp}><Stamp word={words.approved.stamp} at={`${monthNumber(today())}月${dayNumber(today())}日`} large /></View>}
          <Heading as="display">{said.title}</Heading>
          <View className={css.words}>{said.words}</View>
          <View className={css.note}>{words.compare(code.slice(0, 8))}</View>
          <View className={css.note}>{words.limits}</View>
        </View>
      )}
    </Page>
  )
}
