import * as v from 'valibot'
import { defineCall } from '../call'
import { callName } from '../people/names'
import { UnitBrief, UnitLevel } from '../values'
import { UnitName } from '../units/add'
import { InvitationCode } from './accept'
import { roleNameMax } from './role'

/**
 * The very first admin: whoever has the one-time code of the deployment (LINLI_CLAIM_CODE in the function's environment) makes the
 * root unit and becomes its admin. There is no default password, and the code opens nothing twice.
 */
export const claimRoot = defineCall({
  name: 'roles/claim',
  input: v.object({ code: InvitationCode, name: callName(roleNameMax), unitName: UnitName, level: UnitLevel }),
  output: v.object({ unit: UnitBrief }),
  failures: ['code-not-valid'],
})
