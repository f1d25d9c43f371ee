/** Everything one was told in 30 days, the newest first. Standing here it is seen. */
import { useEffect } from 'react'
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Page } from '../../../components/page'
import { troubleOf } from '../../../stores/failure-words'
import { sawNotices, useNotices } from '../../../stores/notices'
import { StaleNotice } from '../../stale-notice'
import { eventsUrl } from '../../resident/open-event'
import { NoticeCard } from '../../resident/notices/notice-card'
import css from '../../resident/notices/unseen-notices.module.scss'
import { mineRefusals, words } from '../../resident/notices/wording'

export default function NoticesPage() {
  const { value, failed, loading, load } = useNotices()
  const refresh = () => void load({})
  useDidShow(refresh)
  useEffect(() => { if (value) void sawNotices(value.notices.map(({ id }) => id)) }, [value])
  const trouble = failed && value === null ? troubleOf(failed, mineRefusals, '通知') : null
  return (
    <Page
      title={words.title}
      home={eventsUrl}
      loading={value === null && loading}
      failure={trouble && { title: trouble.title, words: trouble.words, ...(trouble.again ? { onRetry: refresh } : {}) }}
    >
      <StaleNotice shown={failed !== null && value !== null} onRetry={refresh} />
      {value?.notices.length === 0 && <EmptyLeaf title={words.empty} words={words.emptySentence} />}
      <View className={css.stack}>{value?.notices.map((notice) => <NoticeCard key={notice.id} notice={notice} />)}</View>
    </Page>
  )
}
