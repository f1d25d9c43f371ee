/** Invented people of the seeds. Numbered, so that a story can say who came three times. */
import { personRecord, type PersonRecord } from '../../cloudfunctions/_shared/records/people'

export interface Resident { personKey: string; callName: string; building: string | null; communityId: string }

const surnames = ['王', '李', '赵', '陈', '刘', '周', '吴', '郑', '孙', '马', '朱', '胡', '林', '郭', '何', '高', '罗', '宋', '谢', '唐']
const titles = ['阿姨', '师傅', '大姐', '老师', '大爷']

export function resident(communityId: string, number: number): Resident {
  const surname = surnames[number % surnames.length] ?? ''
  const title = titles[Math.floor(number / surnames.length + number) % titles.length] ?? ''
  return { personKey: `p-${communityId}-${String(number).padStart(3, '0')}`, callName: surname + title, building: `${(number % 12) + 1}号楼`, communityId }
}

/** From number … to number, both included. */
export function residents(communityId: string, from: number, to: number): Resident[] {
  return Array.from({ length: to - from + 1 }, (_, index) => resident(communityId, from + index))
}

export function residentRecord({ personKey, callName, building, communityId }: Resident): PersonRecord {
  return personRecord(personKey, { callName, building, communityId })
}
