/** What a stranger reads when `npm start` cannot: one clear sentence, before anything is built. */
import { spawn, spawnSync } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, test } from 'vitest'

const start = path.resolve(__dirname, '../config/launch/start.mjs')

function launched(words: string[], node: string[] = []): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [...node, start, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk) => { said += String(chunk) })
  child.stderr.on('data', (chunk) => { said += String(chunk) })
  return new Promise((resolve) => { child.on('close', (code) => resolve({ code, said })) })
}

test('a word it does not know is answered with those it knows', async () => {
  const { code, said } = await launched(['tomorrow'])
  expect(code).toBe(1)
  expect(said).toContain('不认识“tomorrow”')
  expect(said).toContain('month-end')
  expect(said).not.toContain('    at ')
})

test('a port in use is said at once, with the way out', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => { taken.listen(0, '127.0.0.1', resolve) })
  const { port } = taken.address() as AddressInfo
  const { code, said } = await launched(['--port', String(port), '--no-open'])
  taken.close()
  expect(code).toBe(1)
  expect(said).toContain(`端口 ${port} 已经有程序在用`)
  expect(said).toContain(`--port ${port + 1}`)
  expect(said).not.toContain('编译')
})

test('an old Node is told which it must be', () => {
  const older = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.4"})'
  const { status, stderr } = spawnSync(process.execPath, ['--import', older, start], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('邻里需要 Node 20')
})

test('a computer for which the database has no prebuilt part is told so', () => {
  const without = `data:text/javascript,import Module from 'node:module';const load=Module._load;Module._load=function(name,...rest){if(name==='libsql')throw new Error('Cannot find module @libsql/plan9-x64');return load.call(this,name,...rest)}`
  const { status, stderr } = spawnSync(process.execPath, ['--import', without, start, '--no-open'], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('libsql 没有现成的部件可用')
  expect(stderr).not.toContain('    at ')
})
