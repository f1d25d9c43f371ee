import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'

const APP_CONFIG = join(__dirname, '../../../src/app.config.ts')

/** The pages of app.config.ts, which count as published. The first is the one that opens by itself. */
export function publishedPages(): string[] {
  const { pages, subPackages = [] } = runInNewContext(readFileSync(APP_CONFIG, 'utf8').replace('export default ', ''), {
    defineAppConfig: (config: unknown) => config,
  }) as { pages: string[]; subPackages?: { root: string; pages: string[] }[] }
  return [...pages, ...subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`))]
}
