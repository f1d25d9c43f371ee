import { build } from 'esbuild'
import { copyFile, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../..')

/** The function as it is uploaded, but for one of its records, which is the file `unguarded-…` of this folder: without a guard of its. */
export async function bundleUnguarded(functionsDir: string, unguarded = 'unguarded-seat-books.ts', { name = 'registrations', record = 'seat-books' } = {}): Promise<void> {
  const out = join(functionsDir, name)
  await mkdir(out, { recursive: true })
  await build({
    entryPoints: [join(root, 'cloudfunctions', name, 'index.ts')], outfile: join(out, 'index.js'),
    bundle: true, platform: 'node', target: 'node16', format: 'cjs', charset: 'utf8', logLevel: 'warning',
    plugins: [{
      name: 'guard-off',
      setup(builder) {
        builder.onResolve({ filter: new RegExp(`/${record}$`) }, ({ importer }) =>
          importer.includes('unguarded') ? undefined : { path: join(__dirname, unguarded) })
      },
    }],
  })
  await copyFile(join(root, 'cloudfunctions', name, 'config.json'), join(out, 'config.json'))
}
