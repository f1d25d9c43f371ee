'use strict'
/** The least a function does: one document read. */
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()

exports.main = async () => (await db.collection('people').doc('p-1').get()).data
