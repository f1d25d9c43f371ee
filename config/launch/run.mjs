/** Child processes of the launch scripts. */
import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** A package's script run by this Node, with what it prints shown. Answers its exit code. */
export function run(script, args = [], { env = {}, node = [] } = {}) {
  const child = spawn(process.execPath, [...node, script, ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  // Ctrl-C reaches the child as well; the parent waits for it to close its files.
  const wait = () => {}
  process.on('SIGINT', wait)
  const pass = () => child.kill('SIGTERM')
  process.on('SIGTERM', pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', pass)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1))
    })
  })
}

/** A command whose output goes to `.linli/logs/<log>.log`. Answers its exit code and the last lines. */
export function runQuietly(log, command, args, { env = {}, shell = false } = {}) {
  const folder = path.join(root, '.linli/logs')
  mkdirSync(folder, { recursive: true })
  const file = createWriteStream(path.join(folder, `${log}.log`))
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env }, shell })
  let tail = ''
  const keep = (chunk) => {
    file.write(chunk)
    tail = (tail + chunk).slice(-20_000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      file.end()
      resolve({ code: code ?? 1, tail })
    })
  })
}
