/** What somebody is typing into a form. Kept here, so that leaving the page, a refusal or a lost line loses nothing. */
import { create } from './forgettable'
import { newRecordId } from './record'

export interface Draft<Form> {
  /** Kept for every repeat of the same draft. */
  recordId: string
  form: Form
  change(part: Partial<Form>): void
  startAgain(): void
}

/** The page owns the shape of its form. */
export function draftStore<Form>(empty: () => Form) {
  const fresh = () => ({ recordId: newRecordId(), form: empty() })
  return create<Draft<Form>>()((set) => ({
    ...fresh(),
    change: (part) => set((state) => ({ form: { ...state.form, ...part } })),
    startAgain: () => set(fresh()),
  }))
}
