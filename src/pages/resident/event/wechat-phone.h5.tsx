/** A browser knows no number: it is typed. */
export function WechatPhone(_props: { onPhone(phone: string): void; onTrouble(words: string): void }) {
  return null
}
