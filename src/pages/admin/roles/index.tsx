/** 谁能做什么: who has a role on the unit in scope and below it; invited, withdrawn, handed over here. */
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { TextLink } from '../../../components/text-link'
import { wordsOf } from '../../../stores/failure-words'
import { useRoles, type Held, type Invitation } from '../../../stores/roles'
import { AdminPage } from '../frame/admin-page'
import { ScopeSheets, type OpenSheet } from '../frame/scope-sheets'
import { useScope } from '../frame/use-scope'
import { useWide } from '../frame/use-wide'
import { CodeSheet, type Made } from './code-sheet'
import { HeldList } from './held-list'
import { InviteSheet, type Asked } from './invite-sheet'
import { OpenInvitations } from './open-invitations'
import { PersonSheet } from './person-sheet'
import { VoidQuestion } from './void-question'
import { listRefusals, words } from './wording'

export default function RolesPage() {
  const wide = useWide()
  const scope = useScope((day) => day.slice(0, 7))
  const { value, failed, load } = useRoles()
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const [person, setPerson] = useState<Held | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  const [voiding, setVoiding] = useState<Invitation | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const { unit } = scope
  const unitId = unit?.id ?? null
  const ask = () => { if (unitId !== null) void load({ unitId }) }
  useEffect(ask, [unitId])
  useDidShow(ask)

  return (
    <AdminPage
      scope={scope}
      wide={wide}
      room="roles"
      loading={value === null && failed === null}
      failure={value === null && failed !== null ? { title: words.failedTitle, words: wordsOf(failed, listRefusals), onRetry: ask } : null}
      bar={value && unit && <BottomBar><MainButton icon="plus" onPress={() => { setSaid(null); setAsked({ unit, replaces: null }) }}>{words.invite}</MainButton></BottomBar>}
      onSwitchUnit={() => setSheet('unit')}
    >
      {value && unit && (
        <>
          {!wide && scope.units.length > 1 && <View><TextLink onPress={() => setSheet('unit')}>换单位</TextLink></View>}
          {said !== null && <Notice tone="done">{said}</Notice>}
          {value.held.length === 0 && value.invitations.length === 0 && <EmptyLeaf title={words.emptyTitle} words={words.emptySentence} />}
          <OpenInvitations invitations={value.invitations} onVoid={setVoiding} />
          <HeldList key={unit.id} held={value.held} onChange={(one) => { setSaid(null); setPerson(one) }} />
        </>
      )}
      <PersonSheet
        one={person}
        onClose={() => setPerson(null)}
        onWithdrawn={(one) => { setPerson(null); setSaid(words.withdrawn(one)) }}
        onHandOver={(one) => { setPerson(null); setAsked({ unit: one.unit, replaces: one }) }}
      />
      <InviteSheet asked={asked} onClose={() => setAsked(null)} onMade={(one) => { setAsked(null); setMade(one) }} />
      <CodeSheet made={made} onClose={() => setMade(null)} />
      <VoidQuestion of={voiding} onDone={(words) => { setVoiding(null); setSaid(words) }} />
      <ScopeSheets scope={scope} open={sheet} onClose={() => setSheet(null)} />
    </AdminPage>
  )
}
