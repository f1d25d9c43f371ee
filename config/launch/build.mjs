/** The three builds, each repeated only when its sources changed, side by side because a build uses one core. */
import fs from 'node:fs'
import path from 'node:path'
import { root, runQuietly } from './run.mjs'
import { Stop, step } from './say.mjs'
import { hashOf } from './sources.mjs'

const clientSources = ['src', 'contract', 'config/index.ts', 'config/taro', 'config/dev.ts', 'config/prod.ts', 'babel.config.js', 'package.json', 'package-lock.json', 'tsconfig.json']
const taro = (type) => ({ args: ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', type], env: { NODE_ENV: 'production' } })

const targets = {
  functions: { zh: '编译云函数', args: ['config/build-functions.mjs'], made: 'dist/cloudfunctions', sources: ['cloudfunctions', 'contract', 'config/build-functions.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'] },
  h5: { zh: '编译网页版', ...taro('h5'), made: 'dist/h5/index.html', sources: clientSources },
  weapp: { zh: '编译小程序', ...taro('weapp'), made: 'dist/weapp/app.js', sources: [...clientSources, 'project.config.json'] },
}

/** Makes what is missing or out of date. */
export async function build(names) {
  const outcomes = await Promise.allSettled(names.map(buildOne))
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
}

async function buildOne(name) {
  const target = targets[name]
  const unlock = await lock(name)
  try {
    const hash = hashOf(target.sources)
    const stamp = path.join(root, '.linli/built', name)
    if (fs.existsSync(path.join(root, target.made)) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return
    fs.rmSync(stamp, { force: true })
    await step(target.zh, async () => {
      const { code, tail } = await runQuietly(`build-${name}`, process.execPath, target.args, { env: target.env })
      // Taro answers 0 for some broken builds, so what it should have made is looked for as well.
      if (code !== 0 || !fs.existsSync(path.join(root, target.made))) throw new Stop(`${target.zh}没有成功（详见 .linli/logs/build-${name}.log）：\n${whatWentWrong(tail)}`)
    })
    fs.writeFileSync(stamp, hash)
  } finally {
    unlock()
  }
}

/** A bundler's report from its first complaint on. */
function whatWentWrong(tail) {
  const lines = tail.split('\n')
  const first = lines.findIndex((line) => /error|not found|cannot/i.test(line))
  return lines.slice(Math.max(first, 0)).slice(0, 25).join('\n')
}

/** Two commands at once must not write into one folder: the second waits for the first. */
async function lock(name) {
  const file = path.join(root, '.linli/built', `${name}.pid`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => fs.rmSync(file, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (!isRunning(file)) fs.rmSync(file, { force: true })
      else await new Promise((resolve) => { setTimeout(resolve, 300) })
    }
  }
}

function isRunning(file) {
  try {
    process.kill(Number(fs.readFileSync(file, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}
