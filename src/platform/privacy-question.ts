/** Who is being asked for WeChat's privacy contract at this moment, if anybody; the sheet that asks is components/privacy-sheet. */
import { create } from 'zustand'

export type Private = 'camera' | 'album' | 'phone' | 'file' | 'place'

interface Question {
  what: Private
  /** By the button of this id, which WeChat knows to have been pressed; null: not now. */
  answer(buttonId: string | null): void
}

export const usePrivacyQuestion = create<{ question: Question | null }>()(() => ({ question: null }))
