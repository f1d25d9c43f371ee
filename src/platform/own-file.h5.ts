/** A text that was made here, saved among the browser's downloads. */
export async function handOver(name: string, content: string): Promise<boolean> {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return true
}
