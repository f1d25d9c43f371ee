/** Files in a browser: fetched ones are saved among its downloads under their own name, chosen ones come from its dialog. */
import type { ChosenFile } from './chosen-file'

export async function openFile(url: string, name: string): Promise<void> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`the file was answered with ${response.status}`)
  save(await response.blob(), name)
}

/** `base64`: the bytes of a .docx or an .xlsx. */
export function openMade(name: string, base64: string): Promise<void> {
  save(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]), name)
  return Promise.resolve()
}

/** A browser keeps nothing beside what it saved among its downloads. */
export function dropMade(): Promise<void> {
  return Promise.resolve()
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Null: none chosen. */
export async function chooseFile(extensions: readonly string[]): Promise<ChosenFile | null> {
  const file = await new Promise<File | null>((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = extensions.map((one) => `.${one}`).join(',')
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
  return file && { path: URL.createObjectURL(file), name: file.name, bytes: file.size }
}
