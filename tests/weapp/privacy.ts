/**
 * WeChat's privacy contract on the phone: what it covers is held until the person agreed by a button that WeChat knows. Nothing can agree
 * for them, and without a listener WeChat asks in its own window.
 */
export interface Privacy {
  agreed: boolean
  /** Private APIs in the order in which they were wanted, and whether they were let through. */
  wanted: { name: string; given: boolean }[]
  /** Ids of agreeing buttons that were really pressed. */
  pressed: Set<string>
  listener: ((resolve: (answer: { event: string; buttonId?: string }) => void, info: { referrer: string }) => void) | null
  contractsOpened: number
}

export function newPrivacy(): Privacy {
  return { agreed: false, wanted: [], pressed: new Set(), listener: null, contractsOpened: 0 }
}

/** Rejects as WeChat does where the person does not agree. */
export async function permit(privacy: Privacy, name: string): Promise<void> {
  const wish = { name, given: privacy.agreed }
  privacy.wanted.push(wish)
  if (privacy.agreed) return
  await new Promise<void>((resolve, reject) => {
    if (!privacy.listener) return reject(new Error('privacy permission is not authorized'))
    privacy.listener(({ event, buttonId }) => {
      if (event === 'exposureAuthorization') return
      if (event === 'agree' && buttonId !== undefined && privacy.pressed.has(buttonId)) resolve()
      else reject(new Error('privacy permission is not authorized'))
    }, { referrer: name })
  })
  privacy.agreed = true
  wish.given = true
}
