/** On a laptop, which can scan nothing: the text of a code, to be pasted into another window. */
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { TextLink } from '../components/text-link'
import { canScan } from '../platform/scan'

export function CodeText({ text }: { text: string }) {
  const [copied, setCopied] = useState(false)
  if (canScan) return null
  const copy = () => void Taro.setClipboardData({ data: text }).then(() => setCopied(true), () => setCopied(false))
  return <TextLink label="复制码的文字" onPress={copy}>{copied ? '复制好了，可以贴到另一个窗口' : '复制码的文字'}</TextLink>
}
