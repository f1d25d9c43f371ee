/** She scanned the code of a 熟面孔, shown by a worker who knows her: asked once, and then she is that person with a WeChat of her own. */
import { useState } from 'react'
import { Confirm } from '../../../components/confirm'
import { Notice } from '../../../components/notice'
import { goOnAs } from '../../../stores/faces'
import { wordsOf } from '../../../stores/failure-words'
import { takeOverRefusals, takeOverWords as words } from './wording'

/** `code`: scanned just now; null: none. */
export function TakeOver({ code, onDone }: { code: string | null; onDone(): void }) {
  const [said, setSaid] = useState<{ tone: 'done' | 'attention'; words: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const goOn = async () => {
    if (code === null) return
    setBusy(true)
    const answer = await goOnAs(code)
    setBusy(false)
    setSaid(answer.ok ? { tone: 'done', words: words.done(answer.value.callName) } : { tone: 'attention', words: wordsOf(answer, takeOverRefusals) })
    onDone()
  }
  return (
    <>
      {said !== null && <Notice tone={said.tone}>{said.words}</Notice>}
      <Confirm open={code !== null} question={words.question} words={words.what} yes={words.yes} no={words.no} busy={busy && words.busy} onYes={() => void goOn()} onNo={onDone} />
    </>
  )
}
