/** Who may do what, and the tree of units: granted, withdrawn, handed over, changed. */
import { acceptRole } from '../../contract/roles/accept'
import { cancelInvitation } from '../../contract/roles/cancel-invitation'
import { claimRoot } from '../../contract/roles/claim'
import { inviteToRole } from '../../contract/roles/invite'
import { withdrawRole } from '../../contract/roles/withdraw'
import { addUnit } from '../../contract/units/add'
import { importUnits } from '../../contract/units/import'
import { moveUnit } from '../../contract/units/move'
import { renameUnit } from '../../contract/units/rename'
import { unitTemplate } from '../../contract/units/template'
import { openidOf } from '../../emulator/world/cast'
import { sheetOf } from '../functions/sheet-of'
import { newRecordId, valueOf, type Evening } from '../functions/community-evening'
import type { WritingCall } from './writing-call'

/** Of the deployment that is walked over. */
export const claimCode = '7K2M9PQRSTVW'

async function invited(evening: Evening, replaces?: string) {
  return valueOf(await evening.call('he', inviteToRole, { recordId: newRecordId(), unitId: 'yuyin', role: 'admin', name: '新主任', ...(replaces !== undefined && { replaces }) }))
}

export const rightsCalls: readonly WritingCall[] = [
  {
    call: 'roles/invite', when: 'somebody new',
    async stage(evening) {
      const input = { recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker' as const, name: '小吴' }
      return () => evening.call('lin', inviteToRole, input)
    },
  },
  {
    call: 'roles/accept', when: 'a role on a unit that has others',
    async stage(evening) {
      const { code } = await invited(evening)
      return () => evening.call('li', acceptRole, { code })
    },
  },
  {
    call: 'roles/accept', when: 'in the place of somebody who leaves',
    async stage(evening) {
      const { code } = await invited(evening, 'p-lin')
      return () => evening.call('li', acceptRole, { code })
    },
  },
  {
    call: 'roles/withdraw', when: 'a grid worker',
    stage: async (evening) => () => evening.call('lin', withdrawRole, { unitId: 'yuyin', personKey: 'p-chen', role: 'gridWorker' }),
  },
  {
    call: 'roles/cancel-invitation', when: 'an open one',
    async stage(evening) {
      const { invitationId } = await invited(evening)
      return () => evening.call('lin', cancelInvitation, { invitationId })
    },
  },
  {
    call: 'roles/claim', when: 'the first admin',
    stage: async (evening) => () => evening.call('zhang', claimRoot, { code: claimCode, name: '郑主任', unitName: '桐花街道', level: 'street' }),
  },
  {
    call: 'units/add', when: 'a grid',
    async stage(evening) {
      const input = { recordId: newRecordId(), parentId: 'yuyin', name: '第4网格', level: 'grid' as const }
      return () => evening.call('lin', addUnit, input)
    },
  },
  { call: 'units/rename', when: 'a grid', stage: async (evening) => () => evening.call('lin', renameUnit, { unitId: 'yuyin-3', name: '滨河网格', was: '第3网格' }) },
  { call: 'units/move', when: 'a grid with a name of its own', stage: async (evening) => () => evening.call('he', moveUnit, { unitId: 'yuyin-3', toParentId: 'liuqiao', from: '2026-12' }) },
  {
    call: 'units/import', when: 'a community and its grids',
    async stage(evening) {
      const recordId = newRecordId()
      const { fileID } = await evening.cloud.client(openidOf('he')).uploadFile({ cloudPath: `incoming/${recordId}.xlsx`, fileContent: await sheetOf(['', '', '桐花社区', '第1网格'], ['', '', '桐花社区', '第2网格']) })
      return () => evening.call('he', importUnits, { recordId, under: 'hewan', fileId: fileID, what: 'import' })
    },
  },
  {
    call: 'units/finish-imports', when: 'an import that was accepted, and no more',
    async stage(evening) {
      const recordId = newRecordId()
      const { fileID } = await evening.cloud.client(openidOf('he')).uploadFile({ cloudPath: `incoming/${recordId}.xlsx`, fileContent: await sheetOf(['', '', '桐花社区', '第1网格']) })
      const known = evening.cloud.db.find('units').map(({ _id }) => _id)
      valueOf(await evening.call('he', importUnits, { recordId, under: 'hewan', fileId: fileID, what: 'import' }))
      const units = evening.cloud.db.find('units', { _id: { $nin: known } }).sort((one, other) => (one.path as string[]).length - (other.path as string[]).length)
      evening.cloud.db.remove('units', { _id: { $nin: known } })
      evening.cloud.db.update('unit-imports', { _id: recordId }, { $set: { done: false, units } })
      return async () => (await evening.cloud.invoke('units', { source: 'timer' })) as { ok: boolean }
    },
  },
  { call: 'units/template', when: 'for the first time', stage: async (evening) => () => evening.call('lin', unitTemplate, {}) },
]
