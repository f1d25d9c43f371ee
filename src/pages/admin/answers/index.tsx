/** 回答: what people answered to an event's own questions; choices counted first, then party by party. */
import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { Card } from '../../../components/card'
import { cx } from '../../../components/cx'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { Page } from '../../../components/page'
import { useAnswers } from '../../../stores/answers'
import { wordsOf } from '../../../stores/failure-words'
import { StaleNotice } from '../../stale-notice'
import { homeOf } from '../frame/rooms'
import css from './index.module.scss'
import { answersRefusals, words } from './wording'

export default function AnswersPage() {
  const eventId = useRouter().params.id ?? ''
  const { input, value, failed, load } = useAnswers()
  const ask = () => void load({ eventId })
  useDidShow(ask)
  // What was read of another event does not flash up.
  const shown = input?.eventId === eventId ? value : null
  const textOf = (id: string) => shown?.questions.find((question) => question.id === id)?.text ?? ''
  return (
    <Page
      title={words.title}
      home={homeOf.events}
      loading={shown === null && failed === null}
      failure={shown === null && failed !== null ? { title: words.failedTitle, words: wordsOf(failed, answersRefusals), onRetry: ask } : null}
    >
      <StaleNotice shown={failed !== null && shown !== null} onRetry={ask} />
      {shown && <Heading as="display">{shown.title}</Heading>}
      {shown?.rows.length === 0 && <EmptyLeaf title={words.emptyTitle} words={words.emptySentence} />}
      {shown && shown.rows.length > 0 && (
        <>
          <View className={css.note}>{words.sum(shown.rows.length)}</View>
          {shown.counts.map(({ questionId, options }) => (
            <View key={questionId}>
              <Heading>{textOf(questionId)}</Heading>
              <Card flat>
                <Lines>
                  {options.map(({ option, parties }) => (
                    <View key={option} className={css.option}><View className={css.words}>{option}</View><View className={css.parties}>{words.parties(parties)}</View></View>
                  ))}
                </Lines>
              </Card>
            </View>
          ))}
          <Heading>{words.everybody}</Heading>
          <Card flat>
            <Lines>
              {shown.rows.map(({ personKey, callName, building, partySize, answers }) => (
                <View key={personKey} className={css.line}>
                  <View className={css.name}>{[callName, ...(building === null ? [] : [building]), words.people(partySize)].join('，')}</View>
                  {answers.map(({ questionId, value: answer }) => (
                    <View key={questionId} className={css.answer}>
                      <View className={css.note}>{textOf(questionId)}</View>
                      <View className={css.value}>{String(answer)}</View>
                    </View>
                  ))}
                </View>
              ))}
            </Lines>
          </Card>
          <View className={cx(css.note, css.foot)}>{words.note}</View>
        </>
      )}
    </Page>
  )
}
