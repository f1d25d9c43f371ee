/**
 * What was typed and is not sent yet lies on this phone too, for WeChat ends an app that stands in the background and the signal may be gone
 * till tomorrow. It goes once it is sent, after a week, and with everything else when somebody has themselves erased.
 */
import { empty, putAway, takeOut } from '../platform/drawer'
import { beforeSending } from './before-sending'
import { onForget } from './forgettable'

interface Kept<Form> { at: number; form: Form }

/** In ms. */
const keptFor = 7 * 86_400_000
/** Forms of one kind: more nobody fills in side by side. The oldest go first. */
const most = 10
/** After the last letter, in ms: WeChat lets an app run for longer than this once it is in the background. */
const pause = 400

/** Forms of one kind, by what they are about. What another version of the app put there gives way to `fresh`, field by field. */
export function typedForms<Form extends object>(name: string, fresh: () => Form) {
  const drawer = `typed-${name}`
  const read = (): Record<string, Kept<Form>> => {
    const stored = takeOut(drawer)
    if (stored === null || typeof stored !== 'object' || Array.isArray(stored)) return {}
    const now = Date.now()
    return Object.fromEntries(Object.entries(stored as Record<string, Kept<Form> | null>).flatMap(([about, kept]): [string, Kept<Form>][] => {
      if (kept === null || typeof kept !== 'object' || !(Math.abs(now - kept.at) < keptFor)) return []
      return [[about, { at: kept.at, form: fitted(fresh(), kept.form) }]]
    }))
  }
  const write = (all: Record<string, Kept<Form>>) => {
    const newest = Object.entries(all).sort(([, a], [, b]) => b.at - a.at).slice(0, most)
    if (newest.length === 0) empty(drawer)
    else putAway(drawer, Object.fromEntries(newest))
  }
  let unwritten: Record<string, Kept<Form>> = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => { clearTimeout(timer); unwritten = {} }
  onForget(stop)
  const writeNow = () => {
    if (Object.keys(unwritten).length > 0) write({ ...read(), ...unwritten })
    stop()
  }
  // What was typed a moment ago lies on the phone from then on.
  beforeSending(writeNow)
  return {
    read: (): Record<string, Form> => Object.fromEntries(Object.entries(read()).map(([about, { form }]) => [about, form])),
    /** Not at every letter: writing makes a slow phone stutter. */
    keep: (about: string, form: Form) => {
      unwritten = { ...unwritten, [about]: { at: Date.now(), form } }
      clearTimeout(timer)
      timer = setTimeout(writeNow, pause)
    },
    drop: (about: string) => {
      const { [about]: _gone, ...rest } = { ...read(), ...unwritten }
      stop()
      write(rest)
    },
  }
}

export function fitted<Form extends object>(fresh: Form, kept: unknown): Form {
  if (kept === null || typeof kept !== 'object') return fresh
  const fits = ([field, value]: [string, unknown]) => field in fresh && isLike((fresh as Record<string, unknown>)[field], value)
  return { ...fresh, ...(Object.fromEntries(Object.entries(kept).filter(fits)) as Partial<Form>) }
}

/** null stands for a text that was not typed. */
function isLike(fresh: unknown, value: unknown): boolean {
  if (fresh === null || value === null) return value === null || typeof value === 'string'
  return typeof fresh === typeof value && Array.isArray(fresh) === Array.isArray(value)
}
