/** Files in a browser: fetched ones are saved among its downloads under their own name, chosen ones come from its dialog. */
import { spreadsheet, type ChosenFile } from './chosen-file'

export async function openFile(url: string, name: string): Promise<void> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`the file was answered with ${response.status}`)
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Null: none chosen. */
export async function chooseSpreadsheet(): Promise<ChosenFile | null> {
  const file = await new Promise<File | null>((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = `.${spreadsheet}`
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
  return file && { path: URL.createObjectURL(file), name: file.name, bytes: file.size }
}
