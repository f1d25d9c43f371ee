/**
 * Walks over every operation that a call sends and lets it go wrong there. After each the world must be as if nothing had gone
 * wrong, once the client has repeated the call and the sweeps have run; and if the client never comes back, as if nothing had gone
 * wrong or as if the call had never been made.
 */
import type { Trouble } from '../../emulator/cloud/faults'
import { aMinuteLater, comparable, difference, isSame, restore, standing, stateOf, sweptAt, withoutPassing, type Stage, type State } from './state'

export interface Walk {
  /** What the printed line says. */
  name: string
  functionName: string
  /** Rejects when the function broke down; otherwise its answer. */
  call(): Promise<{ ok: boolean }>
  /** One run of everything that cleans up behind a crash. */
  sweep(): Promise<unknown>
  /** Of a call that makes several, each once or not at all: the calls that make only some of them, as when it ends midway or one of them fails. */
  parts?: readonly Walk['call'][]
  /** What must hold in every state once the sweeps have run; says what does not. */
  promises?(state: State): string[]
}

/** `states`: how many different ones the call left behind where it went wrong. */
export interface Walked { operations: number; points: number; states: number }

/**
 * A crash after each operation, without a process that is started anew: a cut-off leaves what a crash leaves, and before the second operation is after
 * the first. What a function makes of an answer that it did not get is looked at by `everything`.
 */
export const cutOffs = (operation: number): Trouble[] => [
  ...(operation === 1 ? [{ fault: 'cut-off', moment: 'before' } as const] : []),
  { fault: 'cut-off', moment: 'after' },
]

export const everything = (): Trouble[] => [
  { fault: 'crash', moment: 'before' }, { fault: 'crash', moment: 'after' },
  { fault: 'answer-lost', moment: 'before' }, { fault: 'answer-lost', moment: 'after' },
  { fault: 'timeout', moment: 'before' }, { fault: 'timeout', moment: 'after' },
  { fault: 'conflict', moment: 'before' }, { fault: 'too-many-requests', moment: 'before' },
]

/**
 * From the state in which the stage is. Throws with every point at which something was wrong. What the sweeps and the repeat make of a state
 * does not depend on how it came about: `onceAState` looks at them once for all points that leave the same behind (after an operation that
 * only reads, what stood before it); once more where the process ended, as the repeat then meets one that remembers nothing.
 */
export async function walkOperations(stage: Stage, walk: Walk, troublesAt: (operation: number) => Trouble[], { onceAState = false } = {}): Promise<Walked> {
  const { cloud } = stage
  const before = stateOf(stage)
  await walk.sweep()
  const start = comparable(stateOf(stage))
  const partly: Record<string, string>[] = []
  for (const part of walk.parts ?? []) {
    restore(stage, before)
    cloud.clock.set(standing)
    await part()
    await walk.sweep()
    partly.push(comparable(stateOf(stage)))
  }
  restore(stage, before)
  cloud.clock.set(standing)
  const heard = cloud.faults.listen(walk.functionName)
  const first = await walk.call()
  if (!first.ok) throw new Error(`${walk.name}: refused when nothing goes wrong: ${JSON.stringify(first)}`)
  const actions = [...heard]
  cloud.faults.disarm()
  await walk.sweep()
  const reference = comparable(stateOf(stage))
  if (isSame(comparable(before), reference)) throw new Error(`${walk.name}: writes nothing, so there is nothing to walk over`)

  const wrong: string[] = []
  const mustBe = (label: string, when: string, allowed: boolean, end: Record<string, string>) => {
    if (!allowed) wrong.push(`${label}, ${when}:\n${difference(end, reference)}`)
    for (const broken of walk.promises?.(stateOf(stage)) ?? []) wrong.push(`${label}, ${when}: ${broken}`)
  }
  async function repeat(label: string): Promise<void> {
    cloud.clock.set(aMinuteLater)
    const again = await walk.call()
    if (!again.ok) wrong.push(`${label}: the repeat is refused: ${JSON.stringify(again)}`)
    await walk.sweep()
    const end = comparable(stateOf(stage))
    mustBe(label, 'after the repeat', isSame(end, reference), end)
  }

  // The answer to the client is lost, and nothing else: the state is the one after the call.
  await repeat('the answer to the client lost')
  let points = 1
  const states = new Set<string>()
  /** What was left behind, and whether the process that did lives on, with what the sweeps made of it. */
  const swept = new Map<string, Record<string, string>>()
  const spares: Promise<unknown>[] = []
  for (const [index, action] of actions.entries()) {
    for (const trouble of troublesAt(index + 1)) {
      if (trouble.fault === 'conflict' && !action.startsWith('database.')) continue
      const label = `${trouble.fault} ${trouble.moment} operation ${index + 1} (${action})`
      points += 1
      restore(stage, before)
      cloud.clock.set(standing)
      const armed = cloud.faults.arm({ ...trouble, functionName: walk.functionName, of: action, operation: actions.slice(0, index + 1).filter((one) => one === action).length })
      const answer = await walk.call().catch(() => null)
      if (armed.struck === null) wrong.push(`${label}: did not strike`)
      cloud.faults.disarm()
      if (trouble.fault === 'crash') spares.push(...startSpares(stage, walk.functionName))
      const broken = stateOf(stage)
      const leftBehind = JSON.stringify(comparable(broken))
      states.add(leftBehind)
      const behind = `${trouble.fault === 'crash'} ${leftBehind}`
      // What was answered as done must be done.
      const mayStay = (left: Record<string, string>) => isSame(left, reference)
        || (answer?.ok !== true && [reference, start, ...partly].some((one) => isSame(withoutPassing(left), withoutPassing(one))))
      const known = onceAState ? swept.get(behind) : undefined
      if (known) {
        if (!mayStay(known)) wrong.push(`${label}, without a repeat:\n${difference(known, reference)}`)
        cloud.clock.set(sweptAt) // ends a transaction that broke off, as the sweeps' clock does
        continue
      }
      await walk.sweep()
      const left = comparable(stateOf(stage))
      swept.set(behind, left)
      mustBe(label, 'without a repeat', mayStay(left), left)
      restore(stage, broken)
      await repeat(label)
    }
  }
  await Promise.all(spares)
  if (wrong.length > 0) throw new Error(`${walk.name}: wrong at ${wrong.length} of ${points} points\n${wrong.slice(0, 6).join('\n')}`)
  return { operations: actions.length, points, states: states.size }
}

/** Processes start while the walk goes on: a call without a person reaches no database. As many as there are idle ones take it, and one starts. */
function startSpares({ cloud }: Stage, functionName: string): Promise<unknown>[] {
  return Array.from({ length: instances }, () => cloud.invoke(functionName, { data: {} }).catch(() => undefined))
}

export const instances = 3
