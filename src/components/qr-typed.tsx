/** Where nothing can scan (a laptop): the text of the code, typed or pasted. */
import { useState } from 'react'
import { MainButton } from './main-button'
import { Sheet } from './sheet'
import { TextField } from './text-field'

interface QrTypedProps { open: boolean; onClose(): void; onDone(text: string): void }

export function QrTyped({ open, onClose, onDone }: QrTypedProps) {
  const [text, setText] = useState('')
  const done = () => {
    const typed = text.trim()
    if (typed === '') return
    setText('')
    onDone(typed)
  }
  return (
    <Sheet open={open} title="码上的文字" onClose={onClose} foot={<MainButton disabled={text.trim() === ''} onPress={done}>用这个码</MainButton>}>
      <TextField label="码上的文字" value={text} onChange={setText} placeholder="L1.…" maxLength={500} hint="电脑不能扫码，把另一个窗口里的码复制到这里。" />
    </Sheet>
  )
}
