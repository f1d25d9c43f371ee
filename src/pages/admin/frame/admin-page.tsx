/** The frame of an admin's rooms: tabs at the bottom of a phone; on a wide screen navigation at the left, what was opened at the right. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cx } from '../../../components/cx'
import type { ErrorLeafProps } from '../../../components/error-leaf'
import { Page } from '../../../components/page'
import { TabBar } from '../../../components/tab-bar'
import styles from './admin-page.module.scss'
import { enter, mineUrl, office, rooms, type Room } from './rooms'
import { scopeFailure } from './scope-failure'
import { SideNavigation } from './side-navigation'
import type { Scope } from './use-scope'

interface Props {
  scope: Scope
  wide: boolean
  room: Room
  /** Under the tabs' level: stands between the page and the tabs on a phone, below the page on a wide screen. */
  bar?: ReactNode
  /** At the right of a wide screen. */
  aside?: ReactNode
  loading?: boolean
  failure?: ErrorLeafProps | null
  /** White ground, as paper. */
  paper?: boolean
  onSwitchUnit(): void
  children: ReactNode
}

export function AdminPage({ scope, wide, room, bar, aside, loading = false, failure = null, paper = false, onSwitchUnit, children }: Props) {
  const title = scope.unit?.name ?? '邻里'
  const states = { loading: scope.allowed === null || loading, failure: scopeFailure(scope, { title: '这里是给管理员看的', words: '需要看汇总和总结，请社区管理员为您开通。' }) ?? failure }
  const switchUnit = scope.units.length > 1 ? onSwitchUnit : null
  const inOffice = office.find(({ key }) => key === room)
  if (!wide && inOffice) return <Page title={inOffice.text} home={mineUrl} foot={bar} {...states}>{children}</Page>
  if (!wide) {
    const foot = <>{bar}<TabBar items={rooms} current={room} onChange={enter} /></>
    return <Page title={title} first bare={paper} foot={foot} {...states}>{children}</Page>
  }
  return (
    <Page title={title} first wide {...(states.failure ? { failure: states.failure } : {})}>
      <View className={styles.wide}>
        <SideNavigation unitName={title} note={noteOf(scope)} items={[...rooms, ...office]} current={room} onGo={enter} onUnit={switchUnit} />
        <View className={cx(styles.middle, (room === 'events' || room === 'today' || inOffice) && styles.column)}>
          <View className={cx(paper && styles.paper)}>{children}</View>
          {bar != null && <View className={cx(styles.bar, paper && styles.paperBar)}>{bar}</View>}
        </View>
        {aside != null && <View className={styles.aside}>{aside}</View>}
      </View>
    </Page>
  )
}

/** 本级和 2 个社区. */
function noteOf({ unit, units }: Scope): string | null {
  const below = units.filter((one) => one.id !== unit?.id && one.level === 'community').length
  return unit !== null && unit.level !== 'community' && below > 0 ? `本级和 ${below} 个社区` : null
}
