/** One row of the sheet: its number as printed, who, and whether they will be noted, are in, or did not sign. A tap turns it. */
import { Text, View } from '@tarojs/components'
import { cx } from '../../../components/cx'
import { Icon } from '../../../components/icon'
import { Press } from '../../../components/press'
import { TextLink } from '../../../components/text-link'
import type { SheetRow } from '../../../stores/sheet-queued'
import css from './sheet-row.module.scss'

interface Props { row: SheetRow; chosen: boolean; present: number; onTap: () => void; onParty: () => void; onUndo: () => void }

const inBy = { tap: '门口已签到', code: '扫码已签到', paper: '已录入', backfill: '已补录' } as const

export function SheetRowLine({ row, chosen, present, onTap, onParty, onUndo }: Props) {
  const { number, callName, building, partySize, cancelled } = row
  const inside = row.present !== null
  const party = partySize > 1 ? `一行 ${partySize} 人` : '1 人'
  const state = inside ? `${row.source ? inBy[row.source] : '已签到'} ${row.present} 人${row.waiting ? '，待上传' : ''}` : chosen ? `到 ${present} 人` : null
  const words = (
    <>
      <View className={css.number}>{number ?? ''}</View>
      <View className={css.words}>
        <View className={css.name}>{callName}</View>
        <View className={css.note}>
          {building !== null && <Text>{building}</Text>}
          <Text>{party}</Text>
          {cancelled && <Text>报名取消了</Text>}
          {state !== null && <Text className={cx(inside ? css.done : css.chosen)}>{state}</Text>}
        </View>
      </View>
      {!inside && <View className={cx(css.box, chosen && css.on)}>{chosen && <Icon name="tick" />}</View>}
    </>
  )
  const name = `${number === null ? '' : `${number} 号，`}${callName}`
  return (
    <View className={cx(css.line, inside && css.in)}>
      {inside ? <View className={css.row}>{words}</View> : <Press className={css.row} role="checkbox" checked={chosen} label={`${name}，${party}`} onPress={onTap}>{words}</Press>}
      {inside && (row.source === 'paper' || row.source === 'backfill') && <View className={css.act}><TextLink label={`${name}，点错了，撤销`} onPress={onUndo}>点错了，撤销</TextLink></View>}
      {chosen && partySize > 1 && <View className={css.act}><TextLink label={`${name}，改人数`} onPress={onParty}>改人数</TextLink></View>}
    </View>
  )
}
