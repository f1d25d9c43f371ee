/** 依据: what one figure counts. */
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Page } from '../../../components/page'
import { homeOf } from '../frame/rooms'
import { factsOf } from './address'
import styles from './index.module.scss'
import { OpenedFacts } from './opened-facts'
import { words } from './wording'

export default function Facts() {
  const of = factsOf(useRouter().params)
  return (
    <Page title={words.title} home={homeOf.totals} failure={of === null ? { title: words.failedTitle, words: words.brokenAddress } : null}>
      {of !== null && <View className={styles.card}><OpenedFacts of={of} /></View>}
    </Page>
  )
}
