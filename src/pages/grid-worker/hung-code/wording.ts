import type { Kept } from '../../../platform/picture'

export const words = {
  title: '挂在门口的码',
  what: '存成图片，用 A4 纸打印，挂在门口。居民到了自己扫，不用排队。',
  act: '到了，请扫码签到',
  steps: ['打开微信里的小程序“邻里”', '点 我的、入场码、扫门口的码签到', '对准上面的码'],
  help: '不会扫？跟门口的网格员说怎么称呼您就行。',
  forwarded: '有人拍照转发，这段时间里别处也能扫，只签得了他本人。怕这样，就用每 30 秒换一次的门口码，或者请网格员扫入场码；散场前清点一次人数，就看得出来。',
  saving: '正在画…',
} as const

export const keptWords: Record<Kept, string | null> = {
  kept: '存好了，可以打印了', 'not-wanted': null, 'not-allowed': '要在微信的设置里允许邻里存到相册；也可以截图', failed: '没有存成，可以截图',
}
