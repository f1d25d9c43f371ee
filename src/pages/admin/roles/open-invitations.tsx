/** Invitations that nobody has accepted yet; the code itself is nowhere to be read again. */
import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { TextLink } from '../../../components/text-link'
import { today } from '../../../stores/calendar'
import type { Invitation } from '../../../stores/roles'
import css from './index.module.scss'
import { openWords, words } from './wording'

export function OpenInvitations({ invitations, onVoid }: { invitations: Invitation[]; onVoid(one: Invitation): void }) {
  if (invitations.length === 0) return null
  return (
    <View>
      <Heading>{words.open}</Heading>
      <View className={css.list}><Card flat>
        <Lines>
          {invitations.map((one) => (
            <View key={one.invitationId} className={css.line}>
              <View className={css.who}>
                <View className={css.name}>{one.name}</View>
                <View className={css.note}>{openWords(one, today())}</View>
              </View>
              <TextLink label={`${words.void}给${one.name}的邀请`} onPress={() => onVoid(one)}>{words.void}</TextLink>
            </View>
          ))}
        </Lines>
      </Card></View>
    </View>
  )
}
