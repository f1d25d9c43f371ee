/**
 * `npm run keys:new`: new random keys for the functions' environment, as lines to copy, and which function is given which of them. Names end in today's
 * date, so that a rotation puts the new key before the old one: `LINLI_PHONE_KEYS=k20261123:…,k20260101:…`. Nothing is written anywhere.
 */
import { randomBytes, randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { say } from './say.mjs'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const kid = `k${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`
const rings = ['LINLI_CODE_KEYS', 'LINLI_PHONE_KEYS', 'LINLI_AUDIT_KEY']

for (const ring of rings) say(`${ring}=${kid}:${randomBytes(32).toString('base64')}`)
say(`LINLI_CLAIM_CODE=${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')}`)
say('\n# 只写进用得着它的云函数的环境变量（npm run build:functions 之后，dist/deploy/environment.json 里是全部）：')
for (const [name, functions] of usersOf([...rings, 'LINLI_CLAIM_CODE'])) say(`#   ${name}：${functions.join(' ')}`)
say('# 轮换时把新钥匙写在旧钥匙前面，用逗号隔开；什么时候换，见 docs/keys.md。')
say('# LINLI_CLAIM_CODE 只给第一位管理员，在小程序里用一次就作废。不要发到群里，也不要提交到代码库。')

/** As the last build found them; without one nothing is said. */
function usersOf(variables) {
  let asked
  try {
    asked = JSON.parse(readFileSync(new URL('../../dist/deploy/environment.json', import.meta.url), 'utf8'))
  } catch {
    return []
  }
  return variables.map((variable) => [variable, Object.keys(asked).filter((name) => asked[name].includes(variable))])
}
