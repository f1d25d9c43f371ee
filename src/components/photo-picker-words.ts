import type { Photo, PhotoTrouble } from '../platform/photo'

export const sourceWords: Record<Photo['source'], string> = { 'in-app': '应用内拍摄', album: '相册导入' }

export const words = {
  shoot: '拍一张',
  album: '从相册选',
  drawing: '正在处理…',
  picked: (source: string) => `选好的照片，${source}`,
  drop: '不要这张',
  dropLabel: '不要这张照片',
  noFaces: '拍现场就好，请不要拍到孩子的脸。',
  usedTitle: '这张照片用过了',
  allTheSame: '还是用这张',
  another: '换一张',
  nearlyFull: '手机给邻里留的地方快满了。请先连上网，把待上传的照片传完再拍；已经拍的都还在。',
  full: '手机给邻里留的地方满了，现在拍了存不下。请先连上网，把待上传的照片传完；已经拍的都还在。',
}

export const troubleWords: Record<PhotoTrouble['kind'], string> = {
  empty: '这张照片是空的，换一张试试。',
  'too-large': '这张照片太大了，手机打不开。请截屏再选，或者换一张。',
  heic: '这张照片的格式打不开。请在相机设置里选“兼容性最佳”，或者截屏再选。',
  unreadable: '这张照片没存完整，读不出来，换一张试试。',
  'no-camera': '没有打开摄像头。可以从相册选一张。',
}

/** A photo takes 400 KB at most; the phone needs some room besides. In bytes. */
const [needed, comfortable] = [2_000_000, 20_000_000]

/** `left`: in bytes; null: the phone does not say. */
export function roomOf(left: number | null): 'enough' | 'nearly-full' | 'full' {
  if (left === null || left >= comfortable) return 'enough'
  return left >= needed ? 'nearly-full' : 'full'
}
