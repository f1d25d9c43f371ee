import type { checkFile } from '#contract/reports/check'
import type { Refusals } from '../../../stores/failure-words'

export const checkRefusals: Refusals<typeof checkFile> = { 'no-such-code': '没有这样的文件。码可能印得不全，或者不是邻里的码。' }

export const words = {
  title: '核对文件',
  approved: { stamp: '与批准的一致', title: '是批准的那一份', words: '这个码对应的数字和文字，和批准的一致。' },
  notApproved: { title: '不是批准的那一份', words: '还没有批准，或者批准以前又改过。' },
  compare: (start: string) => `文件上的校验码应当以 ${start} 开头。不一样，就是码贴错了地方。`,
  limits: '这里看不出纸上的字有没有被改过。要逐个数字核对，请把文件交给管理员。',
  unread: '没有读到码，请再扫一次',
}
