/** One person's role: handed over, or withdrawn after a question that says what that means. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Confirm } from '../../../components/confirm'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { Sheet } from '../../../components/sheet'
import { today } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import { withdraw, type Held } from '../../../stores/roles'
import css from './index.module.scss'
import { heldWords, withdrawRefusals, words } from './wording'

interface Props { one: Held | null; onClose(): void; onWithdrawn(one: Held): void; onHandOver(one: Held): void }

export function PersonSheet({ one, onClose, onWithdrawn, onHandOver }: Props) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => { setWrong(null); setAsking(false) }, [one])
  const withdrawNow = async () => {
    if (!one) return
    setBusy(true)
    const answer = await withdraw(one)
    setBusy(false)
    setAsking(false)
    if (answer.ok) onWithdrawn(one)
    else setWrong(wordsOf(answer, withdrawRefusals))
  }
  return (
    <>
      <Sheet open={one !== null && !asking} title={one?.name ?? ''} onClose={onClose}>
        {one && (
          <View>
            <View className={css.plain}>{one.unit.name}{heldWords(one, today())}</View>
            {wrong !== null && <Notice tone="attention">{wrong}</Notice>}
            <View className={css.acts}>
              <PlainButton strong onPress={() => onHandOver(one)}>{words.handOver}</PlainButton>
              <PlainButton onPress={() => setAsking(true)}>{words.withdraw}</PlainButton>
            </View>
          </View>
        )}
      </Sheet>
      <Confirm
        open={asking && one !== null}
        question={one ? words.withdrawQuestion(one) : ''}
        words={one ? words.withdrawNote(one) : ''}
        yes={words.withdraw}
        no={words.notWithdraw}
        busy={busy && words.withdrawing}
        onYes={() => void withdrawNow()}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
