/** 粘贴接龙: pasted, looked through line by line, and then registered for the neighbours, in the order of the 接龙. */
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar'
import { Choices } from '../../../components/choices'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { Card } from '../../../components/card'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { useEvent } from '../../../stores/events'
import { troubleOf } from '../../../stores/failure-words'
import { dayWords } from '../figures/months'
import { homeOf } from '../frame/rooms'
import css from './index.module.scss'
import { LineSheet } from './line-sheet'
import { PreviewLine } from './preview-line'
import { QuestionFields } from '../../question-fields'
import { useAnswers } from './use-answers'
import { linesBeyond, readChain, type ChainLine } from '../../../stores/read-chain'
import { useSending } from './use-sending'
import { getRefusals, words } from './wording'

export default function ChainPage() {
  const eventId = useRouter().params.id ?? ''
  const { value, failed, loading, load } = useEvent()
  const [pasted, setPasted] = useState('')
  const [lines, setLines] = useState<ChainLine[] | null>(null)
  const [which, setWhich] = useState('all')
  const [editing, setEditing] = useState<number | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const sending = useSending(eventId)
  const answers = useAnswers(value?.id === eventId ? value.questions : [])
  const refresh = () => void load({ eventId })
  useDidShow(refresh)

  const event = value?.id === eventId ? value : null
  const unread = failed && event === null ? troubleOf(failed.failure === 'bad-input' ? { ok: false, failure: 'event-not-found' } : failed, getRefusals, '活动') : null
  if (!event) return <Page title={words.page} home={homeOf.events} loading={loading} failure={unread && { title: unread.title, words: unread.words, ...(unread.again ? { onRetry: refresh } : {}) }} />

  const coming = event.sessions.filter(({ startsAt }) => Date.parse(startsAt) > Date.now())
  const canRegister = event.status === 'published' && !event.countOnly && coming.length > 0
  const change = (index: number, part: Partial<ChainLine>) => setLines((lines ?? []).map((one, at) => (at === index ? { ...one, ...part } : one)))
  const chosen = (lines ?? []).filter((line) => line.chosen)
  const read = () => {
    const found = readChain(pasted, event.partyLimit)
    sending.startAgain()
    answers.forgetApart()
    setSaid(found.length === 0 ? words.nothing : null)
    setLines(found.length === 0 ? null : found)
  }
  const missingAt = (index: number) => {
    const { wrong } = answers.checked(index)
    const missing = event.questions.filter(({ id }) => wrong[id] !== undefined).map(({ text }) => text)
    return missing.length === 0 ? null : words.unanswered(missing.join('，'))
  }
  const send = () => {
    const unanswered = (lines ?? []).filter((line, index) => line.chosen && missingAt(index) !== null).length
    if (unanswered > 0) return sending.say(words.unansweredLines(unanswered))
    void sending.send(lines ?? [], which === 'all' ? coming.map(({ id }) => id) : [which], (index) => answers.checked(index).answers)
  }
  const unclear = (lines ?? []).filter((line) => line.unclear.length > 0).length
  const beyond = linesBeyond(pasted)
  const edited = editing === null ? undefined : lines?.[editing]
  const foot = lines === null
    ? <BottomBar {...(said === null ? {} : { words: said })}><MainButton disabled={!canRegister || pasted.trim() === ''} onPress={read}>{words.read}</MainButton></BottomBar>
    : sending.isDone
      ? <BottomBar words={words.summary(sending.count('confirmed'), sending.count('waitlisted'), sending.refused)}><MainButton onPress={() => void Taro.redirectTo({ url: `/pages/admin/names/index?id=${eventId}` })}>{words.toNames}</MainButton></BottomBar>
      : (
        <BottomBar words={sending.said ?? words.chosen(chosen.length, chosen.reduce((sum, { people }) => sum + people, 0))}>
          <MainButton busy={sending.at !== null && words.sending(sending.at + 1, chosen.length)} disabled={chosen.length === 0} onPress={send}>{words.send}</MainButton>
        </BottomBar>
      )
  return (
    <Page title={words.page} home={homeOf.events} foot={foot}>
      <Heading as="display">{event.title}</Heading>
      {!canRegister && <Notice tone="attention">{words.notNow}</Notice>}
      {lines === null && (
        <>
          {coming.length > 1 && (
            <>
              <Heading as="label">{words.session}</Heading>
              <Choices label={words.session} items={[{ key: 'all', text: words.every }, ...coming.map(({ id, on }) => ({ key: id, text: dayWords(on) }))]} chosen={which} onChange={setWhich} />
            </>
          )}
          <TextField label={words.paste} value={pasted} hint={words.pasteHint} several maxLength={20_000} onChange={(typed) => { setPasted(typed); setSaid(null) }} />
        </>
      )}
      {lines && (
        <>
          {sending.at === null && !sending.isDone && <View className={css.again}><TextLink onPress={() => setLines(null)}>{words.again}</TextLink></View>}
          <Notice tone={unclear > 0 ? 'attention' : 'done'}>{unclear > 0 ? words.unclear(unclear) : words.allClear(lines.length)}</Notice>
          {beyond > 0 && <Notice>{words.beyond(beyond)}</Notice>}
          {event.questions.length > 0 && !sending.isDone && (
            <View className={css.answers}>
              <Heading>{words.answers}</Heading>
              <QuestionFields questions={event.questions} typedAt={(id) => answers.everybody[id] ?? ''} wrong={{}} note={words.answersHint} onAnswer={(id, typed) => { answers.setEverybody(id, typed); sending.say(null) }} />
            </View>
          )}
          <Card flat>
            <Lines>
              {lines.map((line, index) => (
                <PreviewLine key={index} line={line} answers={answers.inWords(index)} wrong={line.chosen ? missingAt(index) : null} outcome={sending.outcomes[index] ?? null} onToggle={() => change(index, { chosen: !line.chosen })} onEdit={() => setEditing(index)} />
              ))}
            </Lines>
          </Card>
        </>
      )}
      {edited && editing !== null && <LineSheet key={editing} line={edited} questions={event.questions} typedAt={answers.typedAt(editing)} most={event.partyLimit} onClose={() => setEditing(null)} onDone={(part, apart) => { change(editing, { ...part, unclear: [], chosen: true }); answers.setApart(editing, apart); setEditing(null) }} />}
    </Page>
  )
}
