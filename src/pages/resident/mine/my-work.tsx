/** 我的工作: for who has a role. A grid worker's day, an admin's month and report. */
import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { Way } from '../../../components/way'
import type { Me } from '../../../stores/people'
import css from './my-work.module.scss'
import { roleNames } from './wording'

export function MyWork({ me }: { me: Me | null }) {
  if (!me || me.roles.length === 0) return null
  const may = (call: string) => me.may.includes(call)
  return (
    <>
      <Heading>我的工作</Heading>
      <View className={css.roles}>{me.roles.map(({ role, unit }) => `${unit.name}${roleNames[role]}`).join('，')}</View>
      <View className={css.box}><Card flat>
        <Lines>
          {may('attendance/sessions-of-day') && <Way icon="calendar" text="今天" note="签到、记一笔" url="/pages/grid-worker/today/index" />}
          {may('totals/today') && <Way icon="clock" text="管理" note="今天的事，等着您的事" url="/pages/admin/today/index" />}
          {may('totals/month') && <Way icon="totals" text="汇总" note="这个月做了多少" url="/pages/admin/totals/index" />}
          {may('reports/draft') && <Way icon="document" text="总结" note="每月一份，可下载 Word" url="/pages/admin/report/index" />}
          {may('units/tree') && <Way icon="place" text="单位与人员" note="单位、网格，谁能做什么" url="/pages/admin/units/index" />}
          {may('suggestions/list') && <Way icon="talk" text="意见建议" note="居民写来的，等着答复" url="/pages/admin/suggestions/index" />}
        </Lines>
      </Card></View>
    </>
  )
}
