/** Reads the numbers off the paper instead of looking for each row: 1 2 3 5-9. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { PlainButton } from '../../../components/plain-button'
import { TextField } from '../../../components/text-field'
import { numbersIn } from '../../../stores/sheet-form'
import css from './index.module.scss'

interface Props { absent: boolean; most: number; onTaken: (numbers: readonly number[]) => void }

export function NumbersField({ absent, most, onTaken }: Props) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const take = () => {
    const numbers = numbersIn(typed, most)
    if ('wrong' in numbers) return setWrong(numbers.wrong)
    if (numbers.length === 0) return setWrong('先填序号，像 1 2 3 5-9')
    onTaken(numbers)
    setTyped('')
  }
  return (
    <View className={css.numbers}>
      <TextField label={absent ? '没签名的序号（也可以在下面点）' : '签了名的序号（也可以在下面点）'} placeholder="像 1 2 3 5-9" value={typed} maxLength={300} wrong={wrong} onChange={(text) => { setWrong(null); setTyped(text) }} />
      <View><PlainButton small onPress={take}>{absent ? '这几号没到' : '选上这几号'}</PlainButton></View>
    </View>
  )
}
