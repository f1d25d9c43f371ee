/** Files of the app as they must not be: with one of its guards off. For controls, which have to fail. */
import { build } from 'esbuild'
import { cpSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../..')

/** The functions as they are uploaded, but in the queue's one a mark is a document of its own: marks are counted, not people. */
export async function countingMarks(functionsDir: string): Promise<void> {
  cpSync(join(root, 'dist/cloudfunctions'), functionsDir, { recursive: true })
  const guard = '{ _id: attendanceId(session.id, personKey),'
  await build({
    entryPoints: [join(root, 'cloudfunctions/queue/index.ts')], outfile: join(functionsDir, 'queue/index.js'), bundle: true, platform: 'node', target: 'node16', format: 'cjs', charset: 'utf8', logLevel: 'warning', allowOverwrite: true,
    plugins: [{
      name: 'guard-off',
      setup(builder) {
        builder.onLoad({ filter: /records\/facts\.ts$/ }, ({ path }) => {
          const text = readFileSync(path, 'utf8')
          if (!text.includes(guard)) throw new Error('the guard is not where it was')
          return { contents: text.replace(guard, '{ _id: `${attendanceId(session.id, personKey)}:${Math.random()}`,'), loader: 'ts' }
        })
      },
    }],
  })
}

export const guardsOff = {
  /** HTTP 200 is taken for a receipt. */
  receipts: {
    'queue/receipts.ts': `
      export const isPassing = (failure: string) => ['offline', 'internal', 'too-fast', 'who-are-you', 'not-yet'].includes(failure)
      export const troubleOf = ({ failure, message }: { failure: string; message?: string }) => ({ failure, message })
      export const judged = () => ({ is: 'receipted', value: null })
    `,
  },
  /** The device's clock is right, always. */
  clock: {
    'stores/server-clock.ts': `
      export const moved = 300_000
      export const keepClock = () => undefined
      export const measureClock = () => undefined
      export const clockOffset = () => 0
      export const measuredOffset = () => 0
      export const measuredClock = () => null
      export const sawTime = () => undefined
      export const clockDoubt = () => null
      export const communityNow = () => Date.now()
      export const rememberClock = () => undefined
    `,
  },
} as const
