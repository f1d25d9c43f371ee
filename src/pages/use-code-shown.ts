/** The code of this moment, drawn anew each second while the page is on screen. Null without a key. */
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { CodeKey } from '#contract/attendance/door-code'
import { codeShown, type CodeShown } from '../stores/code-text'
import { serverTime } from '../stores/kept-codes'

export function useCodeShown(key: CodeKey | null, kept: { offsetMs: number } | null): CodeShown | null {
  const [now, setNow] = useState(() => Date.now())
  const [here, setHere] = useState(true)
  useDidShow(() => setHere(true))
  useDidHide(() => setHere(false))
  useEffect(() => {
    if (!here) return undefined
    setNow(Date.now())
    const tick = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(tick)
  }, [here])
  return key && kept ? codeShown(key, serverTime(kept, now)) : null
}
