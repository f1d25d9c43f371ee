/** Looking for an event by a word of its title or place; before anything is typed, what has been. */
import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Heading } from '../../../components/heading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { PlainButton } from '../../../components/plain-button'
import { SearchField } from '../../../components/search-field'
import { troubleOf } from '../../../stores/failure-words'
import { hostsOf, useHome } from '../../../stores/home'
import { usePast, useSearch } from '../../../stores/search'
import { StaleNotice } from '../../stale-notice'
import { eventsUrl } from '../../resident/open-event'
import { EventLines } from './event-lines'
import { words } from './wording'

export default function SearchPage() {
  const [typed, setTyped] = useState('')
  const { home } = useHome()
  const hosts = hostsOf(home)
  const search = useSearch()
  const past = usePast()
  const type = (next: string) => { setTyped(next); search.look(next, hosts) }
  const looks = typed.trim() !== ''
  const again = () => { if (looks) search.look(typed, hosts); else void past.load(hosts) }
  useDidShow(() => { void past.load(hosts) })

  const shown = looks ? search.result?.found ?? null : past.events
  const failed = looks ? search.failed : past.failed
  const trouble = failed && shown === null ? troubleOf(failed, {}, '活动') : null
  return (
    <Page
      title="找活动"
      home={eventsUrl}
      shape="lines"
      head={<SearchField label="活动名或地方" value={typed} onChange={type} />}
      loading={shown === null && failed === null}
      failure={trouble && { title: trouble.title, words: trouble.words, ...(trouble.again ? { onRetry: again } : {}) }}
    >
      <StaleNotice shown={failed !== null && shown !== null} onRetry={again} />
      {!looks && shown !== null && shown.length > 0 && <Heading>{words.past}</Heading>}
      {shown !== null && shown.length > 0 && <EventLines key={looks ? 'found' : 'past'} events={shown} />}
      {looks && search.result?.more === true && <Notice>{words.more}</Notice>}
      {looks && search.result?.partly === true && <Notice>{words.partly}</Notice>}
      {looks && !search.loading && shown?.length === 0 && <EmptyLeaf title={words.nothing(search.words ?? '')} words={words.nothingHint} next={{ text: words.clear, onPress: () => type('') }} />}
      {!looks && shown?.length === 0 && <EmptyLeaf title={words.noPast} words={words.noPastHint} />}
      {!looks && past.after !== null && <PlainButton onPress={() => void past.more()} busy={past.loading && words.loading}>{words.earlier}</PlainButton>}
    </Page>
  )
}
