/** In 我的: the way to the code for the door, and to the card for who leaves the phone at home. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Icon, type IconName } from '../../../components/icon'
import { Lines } from '../../../components/lines'
import { Press } from '../../../components/press'
import css from './my-codes.module.scss'

export function MyCodes() {
  return (
    <Card flat>
      <Lines>
        <Way icon="scan" text="入场码" note="到门口给网格员扫，或扫门口的码" url="/pages/resident/code/index" />
        <Way icon="save" text="码卡" note="打印出来，不带手机也能签到" url="/pages/resident-more/card/index" />
      </Lines>
    </Card>
  )
}

function Way({ icon, text, note, url }: { icon: IconName; text: string; note: string; url: string }) {
  return (
    <Press className={css.way} label={`${text}，${note}`} onPress={() => void Taro.navigateTo({ url })}>
      <Icon name={icon} className={css.icon} />
      <View className={css.words}><View className={css.text}>{text}</View><View className={css.note}>{note}</View></View>
      <Icon name="onward" className={css.icon} />
    </Press>
  )
}
