/** What somebody is typing into a form. Kept until it is sent, so that leaving the page, a refusal, a lost line or the end of the app loses nothing. */
import { create } from './forgettable'
import { newRecordId } from './record'
import { fitted, typedForms } from './typed'

export interface Draft<Form> {
  /** Kept for every repeat of the same draft. */
  recordId: string
  form: Form
  change(part: Partial<Form>): void
  startAgain(): void
}

/** The page owns the shape of its form. `name`: of its drawer on this phone. */
export function draftStore<Form extends object>(name: string, empty: () => Form) {
  const fresh = () => ({ recordId: newRecordId(), form: empty() })
  const kept = typedForms(name, fresh)
  const about = 'draft'
  return create<Draft<Form>>()((set, get) => ({
    ...begin(),
    change: (part) => {
      const { recordId, form } = get()
      set({ form: { ...form, ...part } })
      kept.keep(about, { recordId, form: get().form })
    },
    startAgain: () => { kept.drop(about); set(fresh()) },
  }))

  function begin(): { recordId: string; form: Form } {
    const before = kept.read()[about] ?? fresh()
    return { ...before, form: fitted(empty(), before.form) }
  }
}
