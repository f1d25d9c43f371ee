/**
 * What somebody types to sign up: kept on this phone until they are signed up, whatever happens to the sheet, the page, the network or the app.
 * Looked over here before it is sent, so that what is missing is said at its field; the server decides.
 */
import * as v from 'valibot'
import { create } from './forgettable'
import type { EventDetail } from '#contract/events/event'
import type { Question } from '#contract/events/questions'
import type { register } from '#contract/registrations/register'
import { Building, CallName } from '#contract/people/names'
import { Phone, count, openText } from '#contract/values'
import type { Sent } from './call'
import { typedForms } from './typed'

export interface RegisterForm {
  who: 'me' | 'neighbour'
  /** null: not typed in, so what is known stands there, also when it comes late. */
  callName: string | null
  building: string | null
  /** A neighbour added before, or one typed now. */
  face: string | 'new' | null
  faceName: string
  faceBuilding: string
  adults: number
  children: number
  /** As typed, by question; absent: what is remembered. */
  answers: Record<string, string>
  phone: string
}

const blank: RegisterForm = { who: 'me', callName: null, building: null, face: null, faceName: '', faceBuilding: '', adults: 1, children: 0, answers: {}, phone: '' }

interface Forms {
  forms: Record<string, RegisterForm>
  change(eventId: string, part: Partial<RegisterForm>): void
  clear(eventId: string): void
}

const kept = typedForms('registration', () => blank)

export const useRegisterForms = create<Forms>()((set, get) => ({
  forms: kept.read(),
  change: (eventId, part) => {
    const form = { ...formOf(get().forms, eventId), ...part }
    set({ forms: { ...get().forms, [eventId]: form } })
    kept.keep(eventId, form)
  },
  clear: (eventId) => { set({ forms: { ...get().forms, [eventId]: blank } }); kept.drop(eventId) },
}))

export const formOf = (forms: Forms['forms'], eventId: string): RegisterForm => forms[eventId] ?? blank

export interface Known { callName: string | null; building: string | null; answers: Record<string, string> }

type Field = 'callName' | 'building' | 'face' | 'faceName' | 'faceBuilding' | 'phone' | Question['id']
export type Wrong = Partial<Record<Field, string>>
/** `newFace`: to be added first; its key is then the person's. */
export type CheckedForm =
  | { ok: true; wish: Omit<Sent<typeof register>, 'recordId' | 'personKey'>; personKey: string | null; newFace: { callName: string; building?: string } | null }
  | { ok: false; wrong: Wrong }

export function checkForm(form: RegisterForm, event: Pick<EventDetail, 'id' | 'questions' | 'waiting'>, sessionIds: string[], known: Known, faces: readonly { personKey: string; callName: string; building: string | null }[]): CheckedForm {
  const wrong: Wrong = {}
  const said = <T>(field: Field, schema: v.GenericSchema<unknown, T>, typed: unknown): T | undefined => {
    const parsed = v.safeParse(schema, typed)
    if (parsed.success) return parsed.output
    wrong[field] = parsed.issues[0].message
    return undefined
  }
  const mayBe = (field: Field, typed: string) => (typed.trim() === '' ? undefined : said(field, Building, typed))
  const own = () => ({ callName: said('callName', CallName, form.callName ?? known.callName ?? ''), building: mayBe('building', form.building ?? known.building ?? ''), personKey: null, isNew: false })
  const typedFace = () => ({ callName: said('faceName', CallName, form.faceName), building: mayBe('faceBuilding', form.faceBuilding), personKey: null, isNew: true })
  const chosenFace = () => {
    const face = faces.find(({ personKey }) => personKey === form.face)
    if (!face) wrong.face = '请选一位邻居'
    return { callName: face?.callName, building: face?.building ?? undefined, personKey: face?.personKey ?? null, isNew: false }
  }
  const { callName, building, personKey, isNew } = form.who === 'me' ? own() : form.face === 'new' || faces.length === 0 ? typedFace() : chosenFace()

  const { answers, wrong: wrongAnswers } = checkAnswers(event.questions, (id) => answerIn(form, known, id))
  Object.assign(wrong, wrongAnswers)
  const phone = form.phone.trim() === '' ? undefined : said('phone', Phone, form.phone)
  if (Object.keys(wrong).length > 0 || callName === undefined) return { ok: false, wrong }
  const named = { callName, ...(building === undefined ? {} : { building }) }
  return {
    ok: true, personKey, newFace: isNew ? named : null,
    wish: {
      eventId: event.id, sessionIds, partySize: form.adults + form.children, children: form.children, ...named,
      ...(phone === undefined ? {} : { phone }), ...(Object.keys(answers).length === 0 ? {} : { answers }),
    },
  }
}

/** What was typed to the event's own questions, and what is wrong with it. */
export function checkAnswers(questions: readonly Question[], typedAt: (id: string) => string): { answers: Record<string, string | number>; wrong: Record<string, string> } {
  const answers: Record<string, string | number> = {}
  const wrong: Record<string, string> = {}
  for (const question of questions) {
    const { id, kind, required } = question
    const typed = typedAt(id).trim()
    const parsed = v.safeParse(answerTo(question), typed)
    if (typed === '') {
      if (required) wrong[id] = kind === 'choice' ? '请选一个' : '请回答这个问题'
    } else if (parsed.success) answers[id] = parsed.output
    else wrong[id] = parsed.issues[0].message
  }
  return { answers, wrong }
}

/** What is remembered of her does not answer for a neighbour. */
export function answerIn(form: RegisterForm, known: Known, id: string): string {
  return form.answers[id] ?? (form.who === 'me' ? known.answers[id] : undefined) ?? ''
}

function answerTo({ kind, options = [] }: Question): v.GenericSchema<unknown, string | number> {
  if (kind === 'choice') return v.picklist(options, '请选一个')
  if (kind === 'phone') return Phone
  if (kind === 'number') return v.pipe(v.string(), v.transform((typed) => (/^\d+$/.test(typed) ? Number(typed) : Number.NaN)), count('这个数', 100_000, 0))
  return openText('回答', 100)
}
