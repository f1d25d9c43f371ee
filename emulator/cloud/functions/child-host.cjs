'use strict'
/**
 * One instance of a cloud function: it loads the deployed bundle and runs one event at a time, told by its parent.
 * The world's clock is put in place of `Date`.
 */
const RealDate = Date
let offset = 0

function ShiftedDate(...parts) {
  if (!new.target) return new RealDate(RealDate.now() + offset).toString()
  return Reflect.construct(RealDate, parts.length > 0 ? parts : [RealDate.now() + offset], new.target)
}
Object.setPrototypeOf(ShiftedDate, RealDate)
ShiftedDate.prototype = RealDate.prototype
ShiftedDate.prototype.constructor = ShiftedDate
ShiftedDate.now = () => RealDate.now() + offset
globalThis.Date = ShiftedDate

process.on('message', async ({ event, context, env, now }) => {
  for (const [name, value] of Object.entries(env)) {
    if (value === null) delete process.env[name]
    else process.env[name] = value
  }
  offset = now - RealDate.now()
  try {
    const value = await main(event, context)
    // A function or a symbol is nothing in JSON either
    process.send({ rss: held(), value: JSON.stringify(value) ?? 'null' })
  } catch (error) {
    console.error(error)
    process.send({ rss: held(), error: String((error instanceof Error && error.stack) || error) })
  }
})
/** MB. On Linux the parent reads more than this, the peak, and sees it while the function runs. */
const held = () => (process.platform === 'linux' ? 0 : process.memoryUsage.rss() / 2 ** 20)
process.on('disconnect', () => process.exit())

const { main } = require(process.argv[2])
if (typeof main !== 'function') throw new Error('exports.main is not a function')
if (main.length > 2) throw new Error('exports.main takes a callback, which is not known here: return a promise')
process.send({})
