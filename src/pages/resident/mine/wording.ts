import type { myRegistrations } from '#contract/registrations/mine'
import type { Refusals } from '../../../stores/failure-words'

export const mineRefusals: Refusals<typeof myRegistrations> = {}

export const roleNames = { gridWorker: '网格员', admin: '管理员' } as const
