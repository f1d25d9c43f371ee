/** One figure is brought over, or corrected with its reason. What was typed stays until it is kept. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { fileKinds } from '#contract/work/imported'
import { BottomBar } from '../../../components/bottom-bar'
import { Choices } from '../../../components/choices'
import { Confirm } from '../../../components/confirm'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { PlainButton } from '../../../components/plain-button'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { chooseFile } from '../../../platform/files'
import { wordsOf } from '../../../stores/failure-words'
import { homeOf } from '../frame/rooms'
import { scopeFailure } from '../frame/scope-failure'
import { useScope } from '../frame/use-scope'
import { periodOf, periodWords } from '../imported/periods'
import { listRefusals } from '../imported/wording'
import { Fields } from './fields'
import css from './index.module.scss'
import { useEdit } from './use-edit'
import { words } from './wording'

export default function ImportedEditPage() {
  const scope = useScope((day) => day.slice(0, 7))
  const { unit, allowed } = scope
  const edit = useEdit(unit?.id ?? null)
  const [asking, setAsking] = useState(false)
  const { corrected, one, form, choice, choices, failed, rev, file, wrong, overlap, said, busy } = edit
  const choose = async () => {
    try {
      const chosen = await chooseFile(fileKinds)
      if (chosen) edit.setFile(chosen)
    } catch {
      edit.setSaid(words.fileUnreadable)
    }
  }
  const gone = corrected !== null && choices !== null && one === null
  return (
    <Page
      title={corrected ? words.change : words.add}
      home={homeOf.imported}
      loading={allowed === null || (allowed && choices === null && failed === null)}
      failure={scopeFailure(scope, { title: words.notAllowed }) ?? (failed ? { title: words.failedTitle, words: wordsOf(failed, listRefusals), onRetry: edit.again } : gone ? { title: words.gone } : null)}
      foot={form && choices && <BottomBar {...(said === null ? {} : { words: said })}><MainButton busy={busy && !asking && words.saving} onPress={() => void edit.send(false)}>{words.save}</MainButton></BottomBar>}
    >
      {form && choices && (
        <>
          <View className={css.of}>{words.of(one?.unit.name ?? unit?.name ?? '')}</View>
          <Fields form={form} choices={choices} fixed={corrected !== null} wrong={wrong} onChange={edit.change} />
          <Heading as="label">{words.file}</Heading>
          <View className={css.note}>{file ? words.chosen(file.name) : one?.file ? words.kept(one.file.name) : words.fileNote}</View>
          <View className={css.file}><PlainButton small icon="document" onPress={() => void choose()}>{file || one?.file ? words.otherFile : words.chooseFile}</PlainButton></View>
          {rev > 0 && <TextField label={words.reason} value={form.reason} placeholder={words.reasonHint} maxLength={100} wrong={wrong.reason ?? null} onChange={(reason) => edit.change({ reason })} />}
          {overlap !== null && choice && (
            <View className={css.asked}>
              <Notice tone="attention">{words.asked(choice.zh, periodWords(periodOf(form, false)))}</Notice>
              <View className={css.trouble}><Choices label={words.asked(choice.zh, '')} items={[{ key: 'apart', text: words.apart }, { key: 'same', text: words.same }]} chosen={overlap === '' ? null : overlap} onChange={(key) => { edit.setOverlap(key); edit.setSaid(null) }} /></View>
            </View>
          )}
          {rev > 0 && <TextLink onPress={() => setAsking(true)}>{words.withdraw}</TextLink>}
        </>
      )}
      <Confirm
        open={asking} question={words.withdrawQuestion} words={words.withdrawNote} yes={words.withdrawYes} no={words.no} busy={busy && words.withdrawing}
        onYes={() => void edit.send(true).then(() => setAsking(false))} onNo={() => setAsking(false)}
      />
    </Page>
  )
}
