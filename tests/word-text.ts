/** What a person reads in a .docx: the text of its main part, without the marks of layout. */
import { strFromU8, unzipSync } from 'fflate'

export function textOfWord(file: Uint8Array): string {
  const main = unzipSync(file)['word/document.xml']
  if (!main) throw new Error('not a Word file: word/document.xml is missing')
  return [...strFromU8(main).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g)].map(([all, text]) => text ?? (all === '</w:p>' ? '\n' : '')).join('')
}
