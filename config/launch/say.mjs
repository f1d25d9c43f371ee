/** What the launch scripts tell: one line when something begins, one with its time when it is done. */

export function say(line) {
  process.stdout.write(`${line}\n`)
}

/** Ends the script with one sentence instead of a stack. */
export class Stop extends Error {}

/** Runs `main`; a Stop is printed as its sentence, anything else with its stack. Both end with 1. */
export function launch(main) {
  main().then(
    (code) => { if (typeof code === 'number') process.exitCode = code },
    (error) => {
      process.stderr.write(`\n${error instanceof Stop ? error.message : error.stack || error}\n`)
      process.exitCode = 1
    },
  )
}

/**
 * Does one step and says how long it took. A long step says every ten seconds that it is still at it;
 * `progress` may add to that line.
 */
export async function step(name, work, progress) {
  const begun = Date.now()
  const seconds = () => (Date.now() - begun) / 1000
  say(`… ${name}`)
  const beat = setInterval(() => say(`  ${name}：${Math.round(seconds())} 秒${progress ? `，${progress()}` : ''}`), 10_000)
  beat.unref()
  try {
    const result = await work()
    say(`✓ ${name}（${seconds().toFixed(1)} 秒）`)
    return result
  } catch (error) {
    say(`✗ ${name}（${seconds().toFixed(1)} 秒）`)
    throw error
  } finally {
    clearInterval(beat)
  }
}
