/** A superior's own table: uploaded, its headings said, taken away, filled. */
import { addTable, fillTable, mapTable } from '../../contract/reports/tables'
import type { Sent } from '../../emulator/world/call-function'
import { openidOf } from '../../emulator/world/cast'
import { newRecordId, valueOf, type Evening } from '../functions/community-evening'
import { bookOf } from '../functions/sheet-of'
import type { WritingCall } from './writing-call'

async function uploaded({ cloud }: Evening): Promise<Sent<typeof addTable>> {
  const recordId = newRecordId()
  const { fileID } = await cloud.client(openidOf('lin')).uploadFile({ cloudPath: `incoming/${recordId}.xlsx`, fileContent: await bookOf(['单位', '悬挂横幅', '备注'], ['', '', '']) })
  return { recordId, unitId: 'yuyin', name: '宣传统计表', fileId: fileID }
}

const added = async (evening: Evening) => valueOf(await evening.call('lin', addTable, await uploaded(evening)))

export const tableCalls: readonly WritingCall[] = [
  {
    call: 'reports/add-table', when: 'a new one',
    async stage(evening) {
      const input = await uploaded(evening)
      return () => evening.call('lin', addTable, input)
    },
  },
  {
    call: 'reports/map-table', when: 'one heading more',
    async stage(evening) {
      const { id, layout } = await added(evening)
      return () => evening.call('lin', mapTable, { unitId: 'yuyin', tableId: id, rev: 1, layout, means: [{ at: 'B', means: 'banners_hung' }, { at: 'C', means: 'slogans_posted' }] })
    },
  },
  {
    call: 'reports/map-table', when: 'taken away',
    async stage(evening) {
      const { id, layout } = await added(evening)
      return () => evening.call('lin', mapTable, { unitId: 'yuyin', tableId: id, rev: 1, layout, means: [], gone: true })
    },
  },
  {
    call: 'reports/fill-table', when: 'a month',
    async stage(evening) {
      const { id } = await added(evening)
      return () => evening.call('lin', fillTable, { tableId: id, unitId: 'yuyin', month: '2026-11' })
    },
  },
]
