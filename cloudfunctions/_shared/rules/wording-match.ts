/** Is it said there? Full and half width, capitals and spaces make no difference. Pure. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
}
