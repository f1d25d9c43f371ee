/** 引用数: brought over with a file and without, corrected, withdrawn. */
import { importFigure } from '../../contract/work/imported'
import type { Sent } from '../../emulator/world/call-function'
import { openidOf } from '../../emulator/world/cast'
import { newRecordId, valueOf, type Evening } from '../functions/community-evening'
import type { WritingCall } from './writing-call'

const figure = (more: Partial<Sent<typeof importFigure>> = {}): Sent<typeof importFigure> => ({
  recordId: newRecordId(), unitId: 'yuyin', indicator: 'seminar_held', period: '2026-10', rev: 0, hundredths: 300, softness: 'exact', source: { kind: 'system', name: '文化云' }, ...more,
})

async function withFile({ cloud }: Evening, more: Partial<Sent<typeof importFigure>> = {}): Promise<Sent<typeof importFigure>> {
  const input = figure(more)
  const { fileID } = await cloud.client(openidOf('lin')).uploadFile({ cloudPath: `incoming/${input.recordId}.pdf`, fileContent: Buffer.from(`%PDF-1.7 of ${input.recordId}`) })
  return { ...input, file: { fileId: fileID, name: '十月统计.pdf' } }
}

export const importedCalls: readonly WritingCall[] = [
  {
    call: 'work/import-figure', when: 'for the first time',
    async stage(evening) {
      const input = figure()
      return () => evening.call('lin', importFigure, input)
    },
  },
  {
    call: 'work/import-figure', when: 'with its file',
    async stage(evening) {
      const input = await withFile(evening)
      return () => evening.call('lin', importFigure, input)
    },
  },
  {
    call: 'work/import-figure', when: 'corrected, with another file',
    async stage(evening) {
      valueOf(await evening.call('lin', importFigure, await withFile(evening)))
      const input = await withFile(evening, { rev: 1, hundredths: 450, overlap: 'apart', reason: '抄错了' })
      return () => evening.call('he', importFigure, input)
    },
  },
  {
    call: 'work/import-figure', when: 'withdrawn',
    async stage(evening) {
      valueOf(await evening.call('lin', importFigure, figure()))
      const input = figure({ rev: 1, withdrawn: true, reason: '不是我们社区的' })
      return () => evening.call('lin', importFigure, input)
    },
  },
]
