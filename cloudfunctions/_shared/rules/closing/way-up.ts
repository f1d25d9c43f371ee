/**
 * The way of a month's report, step by step (shapes.md, Closing a month). Every step that was taken is kept; where the report stands is read
 * off the last one. What may not be done has a name; nothing leads out of `approved`. Pure.
 */
import type { Remark, ReportState } from '../../../../contract/reports/way-up'
import type * as v from 'valibot'
import type { Checkpoint } from '../audit-chain'

interface Taken {
  recordId: string
  by: string
  /** As the unit calls them that gave them the role. */
  name: string
  at: string
  /** Number of the snapshot that the step is about, from 1. */
  n: number
  /** Of that snapshot. */
  hash: string
}

export interface Submitted extends Taken {
  what: 'submit'
  /** Of what is counted alone (frozen-month.ts): by it a change of the figures is seen, however the words changed. */
  counted: string
  /** How many pieces hold the snapshot. */
  pieces: number
  /** Units below that are not waited for. */
  missing: string[]
  /** Who changed a word of it last, and so does not approve it either. Null: it is as it was drafted. Absent from those that were handed in before words could be changed. */
  editedBy?: string | null
}
export interface Approved extends Taken { what: 'approve'; alone: boolean; checkpoint: Checkpoint }
export interface SentBack extends Taken { what: 'send-back'; remarks: v.InferOutput<typeof Remark>[] }
export type Step = Submitted | Approved | SentBack

export type Act =
  | { what: 'submit'; recordId: string; by: string; steps: number; missing: readonly string[] }
  | { what: 'approve'; recordId: string; by: string; hash: string; alone: boolean }
  | { what: 'send-back'; recordId: string; by: string; hash: string }

/** What an act depends on besides the steps. */
export interface Ground {
  monthIsOver: boolean
  /** Units right below with a report of their own that have not closed the month. */
  open: readonly string[]
  /** Of what is counted now. */
  counted: string
  /** May this person approve for the unit: an admin of a unit above it, or of the root where it is the root itself? */
  isFromAbove: boolean
  /** The root's admins; null: the unit is not the root. */
  adminsOfRoot: readonly string[] | null
}

export type Refusal =
  | 'month-not-over' | 'parts-not-closed' | 'changed-meanwhile' | 'already-closed' | 'too-many-rounds'
  | 'not-submitted' | 'another-snapshot' | 'changed-since' | 'own-submission' | 'approved-from-above' | 'not-alone'

/** A report that goes back and forth more often wants a talk, not a list. */
const mostSteps = 60

export function stateOf(steps: readonly Step[]): ReportState {
  const last = steps[steps.length - 1]
  if (!last) return 'draft'
  return ({ submit: 'submitted', approve: 'approved', 'send-back': 'returned' } as const)[last.what]
}

/** The snapshot of that number; without one, what was handed in last. */
export function submissionOf(steps: readonly Step[], n?: number): Submitted | null {
  return steps.filter((step): step is Submitted => step.what === 'submit' && (n === undefined || step.n === n)).at(-1) ?? null
}

export function approvalOf(steps: readonly Step[]): Approved | null {
  return steps.find((step): step is Approved => step.what === 'approve') ?? null
}

/** The step that this very act has become already: it was sent again. */
export function repeated(steps: readonly Step[], act: Act): Step | null {
  return steps.find((step) => step.recordId === act.recordId && step.what === act.what && step.by === act.by) ?? null
}

/** Why the act may not be done; null: it may. Of a repeat nobody asks. */
export function whyNot(steps: readonly Step[], act: Act, ground: Ground): Refusal | null {
  const state = stateOf(steps)
  if (state === 'approved') return 'already-closed'
  if (act.what === 'submit') {
    if (act.steps !== steps.length) return 'changed-meanwhile'
    if (!ground.monthIsOver) return 'month-not-over'
    if (isAnyOpen(ground.open, act.missing)) return 'parts-not-closed'
    return steps.length >= mostSteps ? 'too-many-rounds' : null
  }
  const submission = submissionOf(steps)
  if (state !== 'submitted' || !submission) return 'not-submitted'
  if (act.hash !== submission.hash) return 'another-snapshot'
  if (!ground.isFromAbove) return 'approved-from-above'
  const isAlone = act.what === 'approve' && act.alone
  if (isAlone && !mayOnlyAlone(submission, act.by, ground)) return 'not-alone'
  if (!isAlone && isOwn(submission, act.by)) return 'own-submission'
  if (act.what === 'send-back') return null
  if (isAnyOpen(ground.open, submission.missing)) return 'parts-not-closed'
  return ground.counted === submission.counted ? null : 'changed-since'
}

/** Who handed it in, or wrote in it last, does not judge it. */
export function isOwn(submission: Pick<Submitted, 'by' | 'editedBy'>, personKey: string): boolean {
  return submission.by === personKey || submission.editedBy === personKey
}

/** 单人办理: the root has one admin, who handed it in. */
export function mayOnlyAlone(submission: Submitted, by: string, { adminsOfRoot }: Pick<Ground, 'adminsOfRoot'>): boolean {
  return submission.by === by && adminsOfRoot !== null && adminsOfRoot.length === 1 && adminsOfRoot[0] === by
}

function isAnyOpen(open: readonly string[], missing: readonly string[]): boolean {
  return open.some((unitId) => !missing.includes(unitId))
}
