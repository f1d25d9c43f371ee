/**
 * What has to be there before anything of ours can run: a Node that is new enough and the packages of the lock file.
 * Written in plain old syntax without any package, so that an old Node reads far enough to print its sentence.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root, runQuietly } from './run.mjs'
import { Stop, say, step } from './say.mjs'

const lock = path.join(root, 'package-lock.json')
const modules = path.join(root, 'node_modules')
const stamp = path.join(modules, '.linli-installed')

export async function prepare() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) {
    throw new Stop('邻里需要 Node 20 或更新的版本，这里是 ' + process.versions.node + '。请从 https://nodejs.org 安装后再来一次。')
  }
  if (!isInstalled()) await install()
  checkPrebuiltParts()
}

function isInstalled() {
  const npmsOwn = path.join(modules, '.package-lock.json')
  if (!fs.existsSync(npmsOwn)) return false
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lockHash()) return true
  // Installed by hand: then npm's own note is not older than the lock file.
  return fs.statSync(npmsOwn).mtimeMs >= fs.statSync(lock).mtimeMs
}

async function install() {
  const wanted = Object.keys(JSON.parse(fs.readFileSync(lock, 'utf8')).packages).length
  say('第一次要下载依赖包，需要几分钟。')
  // Not `npm ci`: it refuses a lock file without the parts for other platforms, which a registry need not have. The lock's versions hold.
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath
  const answer = await step('安装依赖包', () => (
    npm && npm.endsWith('.js')
      ? runQuietly('install', process.execPath, [npm].concat(args))
      : runQuietly('install', 'npm', args, { shell: process.platform === 'win32' })
  ), () => `${countInstalled()} / 约 ${wanted} 个`)
  if (answer.code !== 0) {
    throw new Stop(`依赖包没有装上（npm ${args.join(' ')}，详见 .linli/logs/install.log）：\n${answer.tail.split('\n').slice(-15).join('\n')}`)
  }
  fs.writeFileSync(stamp, lockHash())
}

function countInstalled() {
  try {
    return fs.readdirSync(modules).reduce((sum, name) => (
      sum + (name.startsWith('@') ? fs.readdirSync(path.join(modules, name)).length : name.startsWith('.') ? 0 : 1)
    ), 0)
  } catch {
    return 0
  }
}

/** The database and the bundler come as prebuilt parts; where none exists for this machine they cannot be loaded. */
function checkPrebuiltParts() {
  const require = createRequire(path.join(root, 'package.json'))
  for (const name of ['libsql', 'esbuild']) {
    try {
      require(name)
    } catch (error) {
      throw new Stop(`这台电脑（${process.platform} ${process.arch}）上 ${name} 没有现成的部件可用。可以用 Windows、macOS 或常见的 Linux（glibc，x64 或 arm64）；node_modules 如果是从别的电脑拷来的，删掉它再来一次。\n（${String(error.message).split('\n')[0]}）`)
    }
  }
}

function lockHash() {
  return createHash('sha256').update(fs.readFileSync(lock)).update(`${process.platform}-${process.arch}`).digest('hex')
}
