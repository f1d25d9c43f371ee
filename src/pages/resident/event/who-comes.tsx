/** Who comes: she herself, by 称呼 and building; or a neighbour without WeChat, chosen or typed. */
import { View } from '@tarojs/components'
import { Choices } from '../../../components/choices'
import { Heading } from '../../../components/heading'
import { Segmented } from '../../../components/segmented'
import { TextField } from '../../../components/text-field'
import type { Face } from '../../../stores/faces'
import type { Known, RegisterForm, Wrong } from '../../../stores/registrations-form'
import css from './who-comes.module.scss'
import { Why } from '../../why'

interface Props { form: RegisterForm; known: Known; faces: readonly Face[]; wrong: Wrong; onlyNeighbour: boolean; onChange(part: Partial<RegisterForm>): void }

export function WhoComes({ form, known, faces, wrong, onlyNeighbour, onChange }: Props) {
  const me = form.who === 'me'
  const typing = !me && (form.face === 'new' || faces.length === 0)
  return (
    <View className={css.who}>
      {!onlyNeighbour && <Segmented label="谁来参加" items={[{ key: 'me', text: '我自己' }, { key: 'neighbour', text: '替邻居报' }]} chosen={form.who} onChange={(who) => onChange({ who })} />}
      {me && (
        <>
          <TextField label="怎么称呼您" value={form.callName ?? known.callName ?? ''} onChange={(callName) => onChange({ callName })} placeholder="比如 张阿姨" maxLength={12} wrong={wrong.callName ?? null} />
          <TextField label="楼号（可以不填）" value={form.building ?? known.building ?? ''} onChange={(building) => onChange({ building })} placeholder="比如 5号楼" maxLength={12} wrong={wrong.building ?? null} />
        </>
      )}
      {!me && faces.length > 0 && (
        <View>
          <Heading as="label">哪位邻居</Heading>
          <Choices
            label="哪位邻居"
            items={[...faces.map(({ personKey, callName, building }) => ({ key: personKey, text: building ? `${callName} ${building}` : callName })), { key: 'new', text: '添一位' }]}
            chosen={form.face}
            onChange={(face) => onChange({ face })}
          />
          <Why words={wrong.face} />
        </View>
      )}
      {typing && (
        <>
          <TextField label="怎么称呼这位邻居" value={form.faceName} onChange={(faceName) => onChange({ faceName })} placeholder="比如 王奶奶" maxLength={12} wrong={wrong.faceName ?? null} hint="给没有微信的邻居报名" />
          <TextField label="楼号（可以不填）" value={form.faceBuilding} onChange={(faceBuilding) => onChange({ faceBuilding })} placeholder="比如 2号楼" maxLength={12} wrong={wrong.faceBuilding ?? null} hint="写上楼号，就不会和同名的邻居弄混" />
        </>
      )}
    </View>
  )
}
