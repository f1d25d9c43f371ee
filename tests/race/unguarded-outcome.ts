/** Whether a fact is late as it was asked before it is written, and never again. For the control run only. */
import { reportsAhead as guarded, type Ahead } from '../../cloudfunctions/_shared/records/outcome-of-month'
import { isClosed } from '../../cloudfunctions/_shared/records/reports'

export * from '../../cloudfunctions/_shared/records/outcome-of-month'

export async function reportsAhead(...[call, of, now]: Parameters<typeof guarded>): Promise<Ahead> {
  return (await isClosed(of.path, of.month)) ? guarded(call, of, now) : null
}
