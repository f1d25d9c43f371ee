/** What the code on a file says of it. */
import { checkFile } from '#contract/reports/check'
import { fetchStore } from './fetched'

export const useFileCheck = fetchStore(checkFile)
