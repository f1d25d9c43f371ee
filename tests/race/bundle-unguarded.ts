import { build } from 'esbuild'
import { copyFile, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../..')

/** The function `registrations` as it is uploaded, but for one file of this folder: the seat book without a guard of its. */
export async function bundleUnguarded(functionsDir: string, seatBooks = 'unguarded-seat-books.ts'): Promise<void> {
  const out = join(functionsDir, 'registrations')
  await mkdir(out, { recursive: true })
  await build({
    entryPoints: [join(root, 'cloudfunctions/registrations/index.ts')], outfile: join(out, 'index.js'),
    bundle: true, platform: 'node', target: 'node16', format: 'cjs', charset: 'utf8', logLevel: 'warning',
    plugins: [{
      name: 'guard-off',
      setup(builder) {
        builder.onResolve({ filter: /\/seat-books$/ }, ({ importer }) =>
          importer.includes('unguarded') ? undefined : { path: join(__dirname, seatBooks) })
      },
    }],
  })
  await copyFile(join(root, 'cloudfunctions/registrations/config.json'), join(out, 'config.json'))
}
