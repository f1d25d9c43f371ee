/** Scans one QR code with WeChat's own scanner. */
import Taro from '@tarojs/taro'

/** Whether this device can; otherwise the text of a code is typed, and shown to be copied. */
export const canScan = true

/** Null: the person thought better of it. From the camera only: a code kept as a picture is not one that is shown. */
export async function scanCode(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    return result
  } catch (error) {
    if (/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) return null
    throw error
  }
}
