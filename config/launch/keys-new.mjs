/**
 * `npm run keys:new`: new random keys for the functions' environment, as lines to copy. Names end in today's date, so that a rotation
 * puts the new key before the old one: `LINLI_PHONE_KEYS=k20261123:…,k20260101:…`. Nothing is written anywhere.
 */
import { randomBytes, randomInt } from 'node:crypto'
import { say } from './say.mjs'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const kid = `k${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`

for (const ring of ['LINLI_CODE_KEYS', 'LINLI_PHONE_KEYS', 'LINLI_AUDIT_KEY']) say(`${ring}=${kid}:${randomBytes(32).toString('base64')}`)
say(`LINLI_CLAIM_CODE=${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')}`)
say('\n# 把前三行写进每个云函数的环境变量；轮换时把新钥匙写在旧钥匙前面，用逗号隔开。')
say('# LINLI_CLAIM_CODE 只给第一位管理员，在小程序里用一次就作废。不要发到群里，也不要提交到代码库。')
