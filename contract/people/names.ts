/** What people are called, and where they live. Neither may say of them what nobody here may know. */
import * as v from 'valibot'
import { nameTellsTooMuch } from '../forbidden-asking'
import { openText } from '../values'

/** 称呼; `max`: of the people who work here more. */
export const callName = (max = 12) => openText('称呼', max, 'line', nameTellsTooMuch)
export const CallName = callName()
export const Building = openText('楼号', 12)
export const faceWords = { callName: CallName, building: v.optional(Building) }
