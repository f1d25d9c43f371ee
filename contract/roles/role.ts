import * as v from 'valibot'

export const Role = v.picklist(['gridWorker', 'admin'], '请选择网格员或管理员')
export type Role = v.InferOutput<typeof Role>

/** 称呼 by which the one who grants knows the person; kept with the role, for the list of who has one. */
export const roleNameMax = 20

/** How long an invitation stands. */
export const invitationDays = 7
