import { useDidShow } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import './app.scss'
import { dropMade } from './platform/files'
import { dropClosedBooks } from './stores/door-book/books-on-phone'
// What a worker recorded goes out wherever the app is opened.
import './stores/queue/queue-of-phone'

// Also where nobody opens a door any more: who was expected yesterday is nobody's business today. The first showing comes before anything can listen to it.
dropClosedBooks(Date.now())
// A sheet that was looked at and names people, where the app was closed over it.
void dropMade()

export default function App({ children }: PropsWithChildren) {
  useDidShow(() => dropClosedBooks(Date.now()))
  return children
}
