/** 记一笔: what was done, how many, on which day, in which grid. One sentence says what will be saved before it is. */
import { useEffect, useRef, useState } from 'react'
import Taro, { useLoad } from '@tarojs/taro'
import { Text } from '@tarojs/components'
import { indicatorOf } from '#contract/work/indicators'
import { BottomBar } from '../../../components/bottom-bar'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { PhotoPicker } from '../../../components/photo-picker'
import { TextField } from '../../../components/text-field'
import type { Photo } from '../../../platform/photo'
import { today } from '../../../stores/calendar'
import { useKnown } from '../../../stores/known-person'
import { loadMe } from '../../../stores/people'
import { markFor } from '../../../stores/photo-queue/mark'
import { wasUsed } from '../../../stores/photo-queue/photos-of-phone'
import { newRecord } from '../../../stores/record'
import { clockDoubt, onMeasured } from '../../../stores/server-clock'
import { forgetEntry, logEntry, useEntries } from '../../../stores/work'
import { usedWords } from '../../photos/photo-words'
import { refreshUsual, used } from '../../../stores/usual-indicators'
import { UnkeptNotice } from '../unkept-notice'
import { unitsToLogIn, worksIn } from '../works-in'
import { DayChoice } from './day-choice'
import { EventOffer } from './event-offer'
import { emptyEntry, entryOf, picked, sentenceOf, type EntryForm } from './entry-form'
import { IndicatorChoice } from './indicator-choice'
import { Quantity } from './quantity'
import { Saved } from './saved'
import { UnitChoice } from './unit-choice'

const todayUrl = '/pages/grid-worker/today/index'

function usedSentence(photo: Photo): string | null {
  const used = wasUsed(photo, null)
  return used && usedWords(used)
}

/** Empty where the clock may say a wrong day: then the worker says it. */
const dayNow = () => (clockDoubt() === null ? today() : '')

export default function EntryPage() {
  const me = useKnown(({ person }) => person)
  const units = unitsToLogIn(me)
  const [form, setForm] = useState<EntryForm>(() => emptyEntry(dayNow(), null))
  const [photo, setPhoto] = useState<Photo | null>(null)
  const [drawing, setDrawing] = useState(false)
  const [asked, setAsked] = useState(false)
  const [sentId, setSentId] = useState<string | null>(null)
  const sent = useEntries(({ entries }) => (sentId === null ? undefined : entries[sentId]))
  const [unsure, setUnsure] = useState(() => clockDoubt() !== null)
  // A page that opened before the first answer asks for the day no more once the clock is known, unless it was said already.
  const asksDay = unsure && form.on === ''
  useEffect(() => {
    if (!asksDay) return undefined
    return onMeasured(() => { setUnsure(false); setForm((one) => (one.on === '' ? { ...one, on: today() } : one)) })
  }, [asksDay])
  useLoad(() => void loadMe())
  const home = worksIn(me)?.id
  useEffect(() => { if (home !== undefined) void refreshUsual(home) }, [home])

  const shown: EntryForm = form.unit === null ? { ...form, unit: units[0] ?? null } : form
  const change = (part: Partial<EntryForm>) => { setAsked(false); setForm({ ...shown, ...part }) }
  const indicator = shown.indicator && indicatorOf(shown.indicator)
  const entry = entryOf(shown, { recordId: '', at: '', offsetMs: 0 })
  const missing = 'missing' in entry ? entry.missing : null
  const said = 'missing' in entry ? null : sentenceOf(entry, shown.unit?.name ?? '')

  /** 记下 was tapped: while its photo is still made ready, and until everything lies on this phone. Another tap then is no second entry. */
  const [saving, setSaving] = useState<'photo' | 'entry' | null>(null)
  const isSaving = useRef(false)
  useEffect(() => {
    if (saving !== 'photo' || drawing) return
    setSaving(null)
    // Where none came of it the worker is told why, and taps again.
    if (photo) save()
  }, [drawing])

  function save() {
    const record = entryOf(shown, newRecord())
    if ('missing' in record) return setAsked(true)
    if (drawing && !indicator?.bare) return setSaving('photo')
    if (isSaving.current) return
    isSaving.current = true
    setSaving('entry')
    used(record.indicator)
    void logEntry({ ...record, dayConfirmed: unsure }, photo && !indicator?.bare ? photo : null)
      .then((queued) => { if (queued.ok) setSentId(record.recordId) })
      .finally(() => { isSaving.current = false; setSaving(null) })
  }

  if (sent) {
    return (
      <Page title="记一笔" home={todayUrl}>
        <Saved
          one={sent}
          unitName={shown.unit?.name ?? ''}
          onAnother={() => { setSentId(null); setPhoto(null); setUnsure(clockDoubt() !== null); setForm(emptyEntry(dayNow(), shown.unit)) }}
          onBackToForm={() => { forgetEntry(sent.input.recordId); setSentId(null) }}
          onToday={() => void Taro.reLaunch({ url: todayUrl })}
        />
      </Page>
    )
  }

  return (
    <Page
      title="记一笔"
      home={todayUrl}
      foot={
        <BottomBar words={said ? <>{said.before}<Text style={{ fontWeight: 600 }}>{said.number}</Text>{said.after}</> : missing}>
          <MainButton busy={saving === 'photo' ? '照片处理好就记下…' : saving === 'entry' && '正在记下…'} onPress={save}>记下</MainButton>
        </BottomBar>
      }
    >
      <UnkeptNotice />
      <IndicatorChoice chosen={shown.indicator} onChange={(name) => change(picked(shown, name))} />
      {shown.indicator && <Quantity form={shown} indicator={shown.indicator} wrong={asked ? missing : null} onChange={change} />}
      {asked && !shown.indicator && <Notice tone="attention">{missing}</Notice>}
      <Heading as="label">{unsure ? '手机时间可能不准，这笔是哪一天的？' : '哪一天'}</Heading>
      <DayChoice chosen={shown.on} unsure={unsure} ahead={unsure ? 1 : 0} onChange={(on) => change({ on, eventId: null })} />
      <Heading as="label">哪个网格</Heading>
      <UnitChoice units={units} chosen={shown.unit} onChange={(unit) => change({ unit })} />
      {indicator && !indicator.bare && (
        <>
          <TextField label="备注（可以不填）" value={shown.note} onChange={(note) => change({ note })} placeholder="在哪里，什么内容；不写谁家、谁" maxLength={200} several />
          <Heading as="label">照片（可以不拍）</Heading>
          <PhotoPicker photo={photo} marks={markFor(shown.unit?.name ?? '', shown.unit?.id ?? null)} usedBefore={usedSentence} onChange={setPhoto} onDrawing={setDrawing} />
        </>
      )}
      {indicator && !indicator.bare && shown.on !== '' && <EventOffer on={shown.on} chosen={shown.eventId ?? null} note={shown.note} onChange={(eventId) => change({ eventId })} />}
      {indicator?.bare && <Heading as="label">{`${indicator.zh}只记${indicator.unit}数，不记谁家、不拍照。`}</Heading>}
    </Page>
  )
}
