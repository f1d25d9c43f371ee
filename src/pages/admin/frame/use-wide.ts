/** Is there room for navigation at the side and a table of units? From 1000 px; a desktop window may be pulled wider or narrower. */
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

const enough = 1000

export function useWide(): boolean {
  const [wide, setWide] = useState(() => Taro.getWindowInfo().windowWidth >= enough)
  useEffect(() => {
    const measure = () => setWide(Taro.getWindowInfo().windowWidth >= enough)
    if (process.env.TARO_ENV === 'weapp') {
      Taro.onWindowResize(measure)
      return () => Taro.offWindowResize(measure)
    }
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  return wide
}
