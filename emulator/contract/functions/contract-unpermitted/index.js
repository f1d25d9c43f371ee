'use strict'
/** Asks for what its config.json does not name, and says what came of it. */
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async ({ code }) => {
  try {
    return { answer: await cloud.openapi.phonenumber.getPhoneNumber({ code }) }
  } catch (failure) {
    return { errCode: failure.errCode }
  }
}
