/** Numbers that WeChat gives for a code of its button (phonenumber.getPhoneNumber); nothing is kept. */
import { cloud } from '../cloud'

const notValid = 40029

interface Given { phoneInfo: { purePhoneNumber: string; countryCode: string } }

/** null: WeChat takes the code no more, or never gave it. A code counts once, so a repeat is null too. */
export async function phoneOfCode(code: string): Promise<{ number: string; country: string } | null> {
  try {
    const { phoneInfo } = (await cloud.openapi.phonenumber.getPhoneNumber({ code })) as Given
    return { number: phoneInfo.purePhoneNumber, country: phoneInfo.countryCode }
  } catch (failure) {
    if ((failure as { errCode?: unknown } | null)?.errCode === notValid) return null
    throw failure
  }
}
