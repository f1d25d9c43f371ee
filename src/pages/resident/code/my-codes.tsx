/** In 我的: the way to the code for the door, and to the card for who leaves the phone at home. */
import { Card } from '../../../components/card'
import { Lines } from '../../../components/lines'
import { Way } from '../../../components/way'

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
