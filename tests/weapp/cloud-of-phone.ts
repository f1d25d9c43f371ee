/** `wx.cloud` of one person's phone: the emulator's own functions and storage answer, never a canned reply. */
import type { OpenWorld } from '../../emulator/world/open-world'
import { openidOf, type CastId } from '../../emulator/world/cast'
import type { PhoneState } from './wx'

export interface CallMade { name: string; data: unknown; bytes: number; answered: boolean }

/** Files of this phone by path; what a camera, an upload or a download deals with. */
export type PhoneFiles = Map<string, Uint8Array>

export function cloudOfPhone(world: OpenWorld, who: CastId, state: PhoneState, calls: CallMade[]) {
  const { files } = state
  return {
    downloadFile: async ({ url, filePath }: { url: string; filePath?: string }) => {
      const response = await fetch(url)
      const place = filePath ?? `http://tmp/${files.size + 1}`
      files.set(place, new Uint8Array(await response.arrayBuffer()))
      return { statusCode: response.status, ...(filePath ? { filePath } : { tempFilePath: place }) }
    },
    init: () => undefined,
    callFunction: async ({ name, data }: { name: string; data: unknown }) => {
      if (state.line === 'closed') throw new Error('timeout')
      if (state.line === 'login-page') return { result: '<html><title>欢迎使用无线网络</title></html>', errMsg: 'cloud.callFunction:ok' }
      const text = JSON.stringify(data ?? {})
      const made = { name, data: JSON.parse(text) as unknown, bytes: Buffer.byteLength(text), answered: false }
      calls.push(made)
      const result = await world.cloud.invoke(name, { openid: openidOf(who), data: JSON.parse(text) }).finally(() => { made.answered = true })
      return { result, errMsg: 'cloud.callFunction:ok' }
    },
    uploadFile: async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => {
      if (state.line !== 'open') throw new Error('timeout')
      const bytes = files.get(filePath)
      if (!bytes) throw new Error(`file not found ${filePath}`)
      return { ...(await world.cloud.client(openidOf(who)).uploadFile({ cloudPath, fileContent: bytes })), statusCode: 200, errMsg: 'cloud.uploadFile:ok' }
    },
  }
}
