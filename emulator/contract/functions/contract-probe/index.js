'use strict'
/** Does inside a function what the contract suite asks for, and says what came of it. */
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
let running = 0

const asked = {
  /** Waits a little, so that events which an instance ran at once would meet. */
  async meet({ name }) {
    running += 1
    const most = running
    await new Promise((resolve) => setTimeout(resolve, 60))
    const atOnce = Math.max(most, running)
    running -= 1
    return { name, atOnce }
  },
  context: async () => ({ context: cloud.getWXContext() }),
  throw: async () => {
    throw new Error('thrown on purpose')
  },
  exit: async () => process.exit(1),
  large: async ({ bytes }) => 'x'.repeat(bytes),
  async openapi({ api, data }) {
    try {
      const answer = await api.split('.').reduce((at, step) => at[step], cloud.openapi)(data)
      return { answer: answer.buffer ? { contentType: answer.contentType, base64: answer.buffer.toString('base64') } : answer }
    } catch (failure) {
      return { errCode: failure.errCode, errMsg: failure.errMsg }
    }
  },
  async call({ name, data }) {
    return (await cloud.callFunction({ name, data })).result
  },
}

exports.main = (event) => asked[event.ask] ? asked[event.ask](event) : { event }
