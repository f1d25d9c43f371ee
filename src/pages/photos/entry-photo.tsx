/** What became of the photo of an entry: it follows the entry, and never holds it up. */
import { View } from '@tarojs/components'
import { Notice } from '../../components/notice'
import type { Kept } from '../../stores/photo-queue/photos'
import { isSameTie } from '../../stores/photo-queue/stored-photo'
import { keptWords } from './photo-words'
import { useOwnPhotos } from './use-own-photos'
import { WaitingPhoto } from './waiting-photo'

/** `kept`: whether it lies on this phone; null: there is none. `done`: said once the community has it. */
export function EntryPhoto({ entryId, kept, done }: { entryId: string; kept: Kept | null; done: string }) {
  const all = useOwnPhotos()
  if (kept?.ok === false) return <Notice tone="attention">{keptWords[kept.failure]}</Notice>
  const waiting = all.filter(({ tiedTo }) => isSameTie(tiedTo, { what: 'entry', entryId }))
  if (waiting.length === 0) return kept && <Notice tone="done">{done}</Notice>
  return <View>{waiting.map((photo) => <WaitingPhoto key={photo.recordId} photo={photo} />)}</View>
}
