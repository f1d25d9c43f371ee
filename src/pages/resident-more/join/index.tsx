/** 我有邀请码: a code, typed or scanned, becomes a role. The very first admin comes in by the code of the deployment. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import type { Role } from '#contract/roles/role'
import type { UnitBrief } from '#contract/values'
import { Page } from '../../../components/page'
import { plainScene } from '../../resident/scene'
import { AcceptForm } from './accept-form'
import { ClaimForm } from './claim-form'
import { Joined } from './joined'
import { words } from './wording'

export default function JoinPage() {
  const { scene = '' } = useRouter().params
  const [claiming, setClaiming] = useState(false)
  const [joined, setJoined] = useState<{ word: string; role: Role; unit: UnitBrief } | null>(null)
  const title = claiming ? words.firstPage : words.page
  if (joined) return <Page title={title} home="/pages/resident/mine/index"><Joined {...joined} /></Page>
  return claiming
    ? <ClaimForm title={title} onBack={() => setClaiming(false)} onJoined={(unit) => setJoined({ word: words.claimed, role: 'admin', unit })} />
    : <AcceptForm title={title} scanned={plainScene(scene)} onFirst={() => setClaiming(true)} onJoined={(answer) => setJoined({ word: words.accepted, ...answer })} />
}
