export const words = {
  past: '办过的活动',
  photos: (shown: number) => `${shown} 张照片`,
  more: '还有更多，多写一个字会更准',
  partly: '活动太多，只找了最近的一部分',
  nothing: (typed: string) => `没找到「${typed}」`,
  nothingHint: '换个短一点的词试试，\n比如「唱歌」或「文化站」。',
  clear: '重新找',
  noPast: '还没有办过的活动',
  noPastHint: '办完的活动会留在这里。',
  earlier: '再看前面的',
  loading: '正在取来…',
}
