/**
 * The root of every page: theme and type size, a bar with title and way back (WeChat has its own), what does not scroll above and
 * below, and the two states that every page has: waiting, and something went wrong.
 */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, type ReactNode } from 'react'
import { useThemeClass } from '../theme/type-size'
import { cx } from './cx'
import { ErrorLeaf, type ErrorLeafProps } from './error-leaf'
import css from './page.module.scss'
import { PrivacySheet } from './privacy-sheet'
import { Skeleton } from './skeleton'
import { TitleBar } from './title-bar'

interface PageProps {
  title: string
  /** A page that tabs lead to: its title stands left and large, and there is no way back. */
  first?: boolean
  /** Where back leads when the page was opened by itself, e.g. '/pages/resident/events/index'. */
  home?: string
  /** Under the title, in place while the rest scrolls: search, filters. */
  head?: ReactNode
  /** BottomBar or TabBar. */
  foot?: ReactNode
  /** Uses the width of a desktop; otherwise at most 520. */
  wide?: boolean
  /** Nothing to show yet: after 300 ms blocks in the shape of `shape` stand in. */
  loading?: boolean
  shape?: 'cards' | 'lines'
  /** Instead of the content. */
  failure?: ErrorLeafProps | null
  /** White ground without edges, for a report. */
  bare?: boolean
  className?: string
  children?: ReactNode
}

export function Page({ title, first = false, home, head, foot, wide = false, loading = false, shape = 'cards', failure = null, bare = false, className, children }: PageProps) {
  const theme = useThemeClass()
  useEffect(() => { void Taro.setNavigationBarTitle({ title }) }, [title])
  return (
    <View className={cx(theme, css.page, wide && css.wide, className)}>
      <View className={css.top}>
        <TitleBar title={title} first={first} {...(home === undefined ? {} : { home })} />
        {Boolean(head) && <View className={css.head}>{head}</View>}
      </View>
      <View className={cx(css.main, bare && failure === null && css.bare)}>
        {failure !== null ? <ErrorLeaf {...failure} /> : loading ? <Skeleton shape={shape} /> : children}
      </View>
      {Boolean(foot) && <View className={css.foot}>{foot}</View>}
      <PrivacySheet />
    </View>
  )
}
