/** The event that an admin is typing. Kept here, so that leaving the page, a refusal or a lost line loses nothing. */
import { create } from 'zustand'
import { newRecordId } from './record'

interface Draft<Form> {
  /** Kept for every repeat of the same draft. */
  recordId: string
  form: Form
}

/** One store a form; the page owns the shape of the form. */
export function draftStore<Form>(empty: () => Form) {
  const fresh = (): Draft<Form> => ({ recordId: newRecordId(), form: empty() })
  return create<Draft<Form> & { change(part: Partial<Form>): void; startAgain(): void }>()((set) => ({
    ...fresh(),
    change: (part) => set((state) => ({ form: { ...state.form, ...part } })),
    startAgain: () => set(fresh()),
  }))
}
