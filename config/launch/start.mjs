/**
 * `npm start [world] [--fresh] [--port N] [--no-open]`: everything that is missing is installed and built, then the
 * world `.linli/worlds/<world>` opens, kept from one start to the next.
 */
import net from 'node:net'
import { prepare } from './prepare.mjs'
import { run } from './run.mjs'
import { Stop, launch, say } from './say.mjs'

const worlds = ['event-day', 'month-end', 'office-may', 'empty']

launch(async () => {
  const wanted = readWords(process.argv.slice(2))
  await prepare()
  await refuseTakenPort(wanted.port)
  const { build } = await import('./build.mjs')
  await build(['functions', 'h5'])
  return run('emulator/start.ts', [JSON.stringify(wanted)], { node: ['--import', 'tsx'] })
})

function readWords(words) {
  const wanted = { world: 'event-day', fresh: false, open: true, port: Number(process.env.PORT || 4210) }
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]
    if (word === '--fresh') wanted.fresh = true
    else if (word === '--no-open') wanted.open = false
    else if (word === '--port') wanted.port = Number(words[i += 1])
    else if (word.startsWith('--port=')) wanted.port = Number(word.slice('--port='.length))
    else if (worlds.includes(word)) wanted.world = word
    else throw new Stop(`不认识“${word}”。可以这样：npm start -- [${worlds.join(' | ')}] [--fresh 从头开始] [--port 4211] [--no-open 不打开浏览器]`)
  }
  if (!Number.isInteger(wanted.port) || wanted.port < 0 || wanted.port > 65535) throw new Stop('端口要填 0 到 65535 之间的整数，例如 npm start -- --port 4211')
  return wanted
}

/** Said before the builds rather than after them. */
async function refuseTakenPort(port) {
  const server = net.createServer()
  await new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Stop(error.code === 'EADDRINUSE'
      ? `端口 ${port} 已经有程序在用，也许邻里已经开着：打开 http://127.0.0.1:${port} 看看，或者换一个端口：npm start -- --port ${port + 1}`
      : `端口 ${port} 用不了（${error.code}）。换一个端口：npm start -- --port 4211`)))
    server.listen(port, '127.0.0.1', resolve)
  })
  await new Promise((resolve) => { server.close(resolve) })
  if (port) say(`邻里将在 http://127.0.0.1:${port} 打开`)
}
