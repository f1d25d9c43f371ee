/** A photo for the group chat: saved among the browser's downloads, and the sentence is ready to be pasted. */

export const sharedWords = '照片存好了，那句话已经复制好，可以粘贴。'

/** `address`: where the picture can be fetched. false: it could not be. */
export async function sharePhoto(address: string, sentence: string, name: string): Promise<boolean> {
  try {
    const response = await fetch(address)
    if (!response.ok) return false
    const picture = URL.createObjectURL(await response.blob())
    await navigator.clipboard.writeText(sentence)
    const link = document.createElement('a')
    link.href = picture
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(picture), 60_000)
    return true
  } catch {
    return false
  }
}
