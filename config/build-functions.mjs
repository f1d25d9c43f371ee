/**
 * Bundles each cloud function, the SDK included (WeChat cloud refuses packages with install scripts), into
 * dist/cloudfunctions/<name>/ with what an upload needs. The emulator runs these same bundles. Each is loaded once:
 * what cannot start, or serves a call without a row in the matrix, is not built.
 */
import { build } from 'esbuild'
import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

const root = path.resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const source = path.join(root, 'cloudfunctions')
const target = path.join(root, 'dist/cloudfunctions')
// Built aside and put in place at the end: a build that fails, or runs beside a test, leaves the old bundles whole.
const unfinished = path.join(root, `dist/.cloudfunctions-${process.pid}`)

const names = (await readdir(source, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_')).map((entry) => entry.name)

const database = databaseToDeploy(await shared('indexes.json'), await shared('access-rules.json'))

await Promise.all(names.map(async (name) => {
  const out = path.join(unfinished, name)
  await mkdir(out, { recursive: true })
  await build({
    entryPoints: [path.join(source, name, 'index.ts')], outfile: path.join(out, 'index.js'),
    bundle: true, minify: true, keepNames: true, platform: 'node', target: 'node16', format: 'cjs', charset: 'utf8',
    sourcemap: false, logLevel: 'warning', legalComments: 'none',
  })
  await writeFile(path.join(out, 'package.json'), `${JSON.stringify({ name, version: '1.0.0', private: true, main: 'index.js' }, null, 2)}\n`)
  await cp(path.join(source, name, 'config.json'), path.join(out, 'config.json'))
})).then(loadAll).catch(async (failure) => {
  await rm(unfinished, { recursive: true, force: true })
  throw failure
})
await rm(target, { recursive: true, force: true })
await rename(unfinished, target)
await mkdir(path.join(root, 'dist/deploy'), { recursive: true })
await writeFile(path.join(root, 'dist/deploy/database.json'), `${JSON.stringify(database, null, 2)}\n`)
await writeFile(path.join(root, 'dist/deploy/environment.json'), `${JSON.stringify(await variablesByFunction(), null, 2)}\n`)
console.log(`云函数 ${names.length} 个：${names.join(' ')}`)

/** In one process of their own. */
function loadAll() {
  const load = 'for (const file of process.argv.slice(1)) if (typeof require(file).main !== "function") throw new Error(`${file} exports no main`)'
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['-e', load, ...names.map((name) => path.join(unfinished, name, 'index.js'))], (failure, _, complaint) => {
      if (!failure) return resolve()
      const said = complaint.split('\n').find((line) => /^\w*Error: /.test(line))
      reject(new Error(said ? said.replace(/^\w*Error: /, '') : complaint.slice(-2000)))
    })
  })
}

/** Which variables of ours each bundle asks for: no function is given a key that it has no use for. */
async function variablesByFunction() {
  const asked = await Promise.all(names.map(async (name) => [name, [...new Set((await readFile(path.join(target, name, 'index.js'), 'utf8')).match(/\bLINLI_[A-Z_]+/g))].sort()]))
  return Object.fromEntries(asked)
}

async function shared(file) {
  return JSON.parse(await readFile(path.join(source, '_shared', file), 'utf8'))
}

/**
 * The collections as CloudBase's management interface takes them: `AclTag` for ModifyDatabaseACL, `CreateIndexes` for
 * updateCollection of @cloudbase/manager-node. An index is named as MongoDB would, so that it is the same one each time.
 */
function databaseToDeploy(declared, { collections }) {
  return Object.entries(declared).map(([CollectionName, indexes]) => {
    const AclTag = collections[CollectionName]
    if (AclTag === undefined) throw new Error(`"${CollectionName}" has no permission in access-rules.json: clients could write it`)
    const CreateIndexes = indexes.map(({ fields, unique = false }) => ({
      IndexName: Object.entries(fields).flat().join('_'),
      MgoKeySchema: { MgoIsUnique: unique, MgoIndexKeys: Object.entries(fields).map(([Name, direction]) => ({ Name, Direction: String(direction) })) },
    }))
    return { CollectionName, AclTag, CreateIndexes }
  })
}
