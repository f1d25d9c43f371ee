/** What a phone downloads and what an upload weighs, against its budget. 1 KB = 1000 bytes. */
import fs from 'node:fs'
import path from 'node:path'
import { root } from './run.mjs'
import { say } from './say.mjs'

const KB = 1000
const functionBudget = { reports: 2500 * KB, evidence: 2500 * KB }

/** Answers whether everything is within its budget. */
export function sizes() {
  const weapp = path.join(root, 'dist/weapp')
  const functions = path.join(root, 'dist/cloudfunctions')
  const { subpackages = [], subPackages = [] } = JSON.parse(fs.readFileSync(path.join(weapp, 'app.json'), 'utf8'))
  const parts = [...subpackages, ...subPackages].map((part) => part.root.replace(/\/$/, ''))
  const whole = weigh(weapp)
  const partSizes = parts.map((part) => weigh(path.join(weapp, part)))
  const rows = [
    ['小程序主包', whole - partSizes.reduce((sum, size) => sum + size, 0), 750 * KB],
    ...parts.map((part, i) => [`  分包 ${part}`, partSizes[i], 750 * KB]),
    ['小程序整包', whole, 1500 * KB],
    ...fs.readdirSync(functions).sort().map((name) => [`云函数 ${name}`, weigh(path.join(functions, name)), functionBudget[name] ?? 1600 * KB]),
  ]
  for (const [name, size, budget] of rows) {
    say(`${size > budget ? '✗' : '✓'} ${(size / KB).toFixed(1).padStart(8)} KB / ${String(budget / KB).padStart(4)} KB  ${name}`)
  }
  return rows.every(([, size, budget]) => size <= budget)
}

function weigh(place) {
  const stat = fs.statSync(place)
  if (!stat.isDirectory()) return stat.size
  return fs.readdirSync(place).reduce((sum, name) => sum + weigh(path.join(place, name)), 0)
}
