import type { listWork } from '#contract/work/list'
import type { ownMonths, OwnMonthState } from '#contract/work/own-months'
import type { workVersions } from '#contract/work/versions'
import type { Refusals } from '../../../stores/failure-words'

export const stateWords: Record<OwnMonthState, string> = { recorded: '有记录', nothing: '本月无此项', unknown: '尚无记录' }
export const monthRefusals: Refusals<typeof ownMonths> = {}
export const listRefusals: Refusals<typeof listWork> = { 'unit-not-found': '这个单位找不到了', 'range-too-long': '日子太长了' }
export const versionRefusals: Refusals<typeof workVersions> = { 'entry-not-found': '这一笔找不到了' }
