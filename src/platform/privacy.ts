/**
 * WeChat's privacy contract, before the first use of what it covers and never earlier. WeChat holds a private call until somebody
 * answers; here the person is asked, once, by a sheet of the page that is open. After a refusal everything else works, and the next
 * private thing asks again.
 */
import { usePrivacyQuestion, type Private } from './privacy-question'

type Resolve = (answer: { event: 'exposureAuthorization' | 'disagree' } | { event: 'agree'; buttonId: string }) => void

interface PrivacyApis {
  requirePrivacyAuthorize?(asked: { success(): void; fail(): void }): void
  onNeedPrivacyAuthorization?(listener: (resolve: Resolve) => void): void
  openPrivacyContract?(): void
}

/** Not through Taro, which knows only one of the two by name. */
declare const wx: PrivacyApis

/** What is about to be used: WeChat's event names only its own API. */
let about: Private = 'camera'
let isListening = false

/** May it be used? Asks where WeChat wants that; an old WeChat that knows no contract wants nothing. Never throws. */
export async function beforePrivate(what: Private): Promise<boolean> {
  if (typeof wx.requirePrivacyAuthorize !== 'function') return true
  about = what
  listen()
  return new Promise((resolve) => wx.requirePrivacyAuthorize?.({ success: () => resolve(true), fail: () => resolve(false) }))
}

/** Before a button of WeChat's own that gives something private: WeChat holds its tap by itself, and only what to say is to be known. */
export function aboutToPress(what: Private): void {
  about = what
  listen()
}

function listen(): void {
  if (isListening) return
  isListening = true
  wx.onNeedPrivacyAuthorization?.((resolve) => {
    resolve({ event: 'exposureAuthorization' })
    usePrivacyQuestion.getState().question?.answer(null)
    usePrivacyQuestion.setState({
      question: {
        what: about,
        answer: (buttonId) => {
          usePrivacyQuestion.setState({ question: null })
          resolve(buttonId === null ? { event: 'disagree' } : { event: 'agree', buttonId })
        },
      },
    })
  })
}

/** The contract itself, in WeChat's own window. */
export function openContract(): void {
  wx.openPrivacyContract?.()
}
