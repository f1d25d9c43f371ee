/** 邀请 and 交接: which role, where, by what name; answered with a code. A refusal keeps what was typed. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Role } from '#contract/roles/role'
import type { UnitBrief } from '#contract/values'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { wordsOf } from '../../../stores/failure-words'
import { invite, type Held } from '../../../stores/roles'
import type { Made } from './code-sheet'
import css from './index.module.scss'
import { UnitChoice } from './unit-choice'
import { inviteRefusals, roleNames, words } from './wording'

/** `replaces`: whoever accepts takes this person's place, so role and unit are given. */
export interface Asked { unit: UnitBrief; replaces: Held | null }

interface Props { asked: Asked | null; onClose(): void; onMade(made: Made): void }

const roleItems: { key: Role; text: string }[] = [{ key: 'gridWorker', text: roleNames.gridWorker }, { key: 'admin', text: roleNames.admin }]

export function InviteSheet({ asked, onClose, onMade }: Props) {
  const [role, setRole] = useState<Role>('gridWorker')
  const [unit, setUnit] = useState<UnitBrief | null>(null)
  const [choosing, setChoosing] = useState(false)
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState<{ at: 'name' | 'all'; words: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const replaces = asked?.replaces ?? null
  useEffect(() => {
    if (!asked) return
    setRole(asked.replaces?.role ?? 'gridWorker')
    setUnit(asked.unit)
    setChoosing(false)
    setName('')
    setWrong(null)
  }, [asked])

  /** A grid has its worker; admins begin at the community. */
  const roleHere: Role = replaces === null && unit?.level === 'grid' ? 'gridWorker' : role
  const inviteNow = async () => {
    if (!unit) return
    if (name.trim() === '') return setWrong({ at: 'name', words: words.nameMissing })
    setBusy(true)
    const answer = await invite({ unitId: unit.id, role: roleHere, name, ...(replaces === null ? {} : { replaces: replaces.personKey }) })
    setBusy(false)
    if (answer.ok) return onMade({ ...answer.value, name: name.trim(), role: roleHere, unit })
    setWrong({ at: 'all', words: wordsOf(answer, inviteRefusals) })
  }
  const title = replaces ? words.handOverTitle(replaces.name) : words.invite
  return (
    <Sheet open={asked !== null} title={title} onClose={onClose} {...(choosing ? {} : { foot: <MainButton busy={busy && words.inviting} onPress={() => void inviteNow()}>{words.inviteNow}</MainButton> })}>
      {choosing && unit && <UnitChoice chosen={unit} onChoose={(one) => { setUnit(one); setChoosing(false) }} />}
      {!choosing && unit && (
        <View>
          {replaces && <View className={css.plain}>{words.handOverNote(replaces)}</View>}
          <TextField label={words.name} value={name} placeholder={words.nameHint} maxLength={20} wrong={wrong?.at === 'name' ? wrong.words : null} onChange={(typed) => { setName(typed); setWrong(null) }} />
          {!replaces && (
            <>
              <Heading as="label">{words.unit}</Heading>
              <View className={css.chosen}><View className={css.unit}>{unit.name}</View><TextLink label={`${words.otherUnit}，现在是${unit.name}`} onPress={() => setChoosing(true)}>{words.otherUnit}</TextLink></View>
              <Heading as="label">{words.role}</Heading>
              <Segmented label={words.role} items={unit.level === 'grid' ? roleItems.slice(0, 1) : roleItems} chosen={roleHere} onChange={(key) => setRole(key)} />
              <View className={css.plain}>{words.roleNote(roleHere)}</View>
            </>
          )}
          {wrong?.at === 'all' && <Notice tone="attention">{wrong.words}</Notice>}
        </View>
      )}
    </Sheet>
  )
}
