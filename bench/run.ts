/** Runs the named benches, prints each table and keeps it in `.linli/bench/<name>.json`. Ends with 1 where a target is missed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { isMissed, missed, RUNS, table, type Bench, type Figure } from './figures'

const kept = resolve(__dirname, '../.linli/bench')

async function run(name: string): Promise<boolean> {
  const begun = Date.now()
  const machine = { node: process.version, platform: `${process.platform} ${process.arch}`, cpu: cpus()[0]?.model ?? '', cores: cpus().length, loadBefore: loadavg()[0] ?? 0 }
  process.stdout.write(`\n${name}：${machine.cores} 核 ${machine.cpu}，Node ${machine.node}，开始前的负载 ${machine.loadBefore.toFixed(1)}\n`)
  if (machine.loadBefore > machine.cores / 2) process.stdout.write('这台电脑上还有别的程序在忙：比值和速度会偏低，请在空闲时再测一次\n')
  const { bench } = (await import(`./${name}/bench`)) as { bench: Bench }
  const figures: Figure[] = []
  for (const [part, measure] of Object.entries(bench)) {
    const partBegun = Date.now()
    process.stdout.write(`… ${part}\n`)
    figures.push(...await measure())
    process.stdout.write(`✓ ${part}（${((Date.now() - partBegun) / 1000).toFixed(1)} 秒）\n`)
  }
  mkdirSync(kept, { recursive: true })
  writeFileSync(join(kept, `${name}.json`), `${JSON.stringify({ at: new Date(begun).toISOString(), machine, figures }, null, 2)}\n`)
  process.stdout.write(`\n${table(figures)}\n各测 ${RUNS} 次：中位数（最小–最大）。用时 ${Math.round((Date.now() - begun) / 1000)} 秒，记在 .linli/bench/${name}.json\n`)
  for (const one of figures.filter(isMissed)) process.stderr.write(`${missed(one)}\n`)
  return !figures.some(isMissed)
}

async function main(names: string[]): Promise<void> {
  for (const name of names) if (!(await run(name))) process.exitCode = 1
}

// An ordinary exit takes the temporary folders along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))
main(process.argv.slice(2)).catch((failure: unknown) => {
  process.stderr.write(`\n${failure instanceof Error ? failure.stack : String(failure)}\n`)
  process.exit(1)
})
