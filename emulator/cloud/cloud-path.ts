import { invalidParam } from './failure'
import { ENV_ID } from './functions/environment'

const BUCKET = `cloud://${ENV_ID}.local-bucket/`
const MOST_PER_CALL = 50

export const fileIdOf = (cloudPath: string): string => BUCKET + cloudPath

/** The path that a fileID of this cloud names, whether or not there is a file. */
export function cloudPathIn(fileID: unknown): string | undefined {
  if (typeof fileID !== 'string' || !fileID.startsWith(BUCKET)) return undefined
  const path = fileID.slice(BUCKET.length)
  return isCloudPath(path) ? path : undefined
}

/** Letters, digits, Chinese and a few marks; no empty, hidden or climbing step. */
function isCloudPath(path: string): boolean {
  return path.split('/').every((step) => /^[\w!\-*'()\u4e00-\u9fff][\w!.\-*'()\u4e00-\u9fff]*$/.test(step)) && encodeURI(path).length <= 850
}

export function checkedPath(path: unknown): string {
  if (typeof path !== 'string' || !isCloudPath(path)) throw invalidParam(`"${String(path)}" cannot be a cloudPath`)
  return path
}

export function listOf(list: unknown): unknown[] {
  if (!Array.isArray(list)) throw invalidParam('a list of files is needed')
  if (list.length > MOST_PER_CALL) throw invalidParam(`at most ${MOST_PER_CALL} files a call`)
  return list
}
