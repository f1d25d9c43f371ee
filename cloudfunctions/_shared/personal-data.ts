/**
 * 个人信息清单: every field of every stored record, and for those about people why it is there, on which ground (个人信息保护法 第十三条),
 * how long and who sees it. Printed into docs/personal-data.md; tests/personal-data compares it with what really stands in a database.
 */
import { faceDays, invitationNameDays, noticeDays, phoneDays, sheetDays, suggestionDays, walkInNameDays } from './rules/retention'

/** 是: says something about a person. 编号: a random key or record id that leads to one as long as `openids` does. 否: neither. */
export type Personal = '是' | '编号' | '否'
export interface PersonalRow { fields: string; personal: Personal; purpose: string; basis: string; kept: string; seenBy: string }

const consent = '同意（第一项）'
const duty = '履行法定职责所必需（第三项）'
const untilAsked = '直到本人要求删除；之后编号不再属于任何人'
const withTheFacts = '与统计数据同存；本人删除后编号不再属于任何人'
const withTheAudit = '与审计记录同存'
const whileKnown = `有邻居替其报名就一直留着；只由工作人员见过或代报的，最后一次到场或代报后 ${faceDays} 天；本人或邻居删除`
const whileAnswered = `答复后 ${suggestionDays} 天；没有答复的留到答复，或本人要求删除`
const whileNeeded = `活动结束后 ${phoneDays} 天；取消报名即删`
const noClient = '没有人看，只有程序用'
const hostStaff = '主办单位及其上级的网格员、管理员'
const hostAdmins = '本单位及其上级的管理员'

const about = (fields: string, purpose: string, basis: string, kept: string, seenBy: string): PersonalRow => ({ fields, personal: '是', purpose, basis, kept, seenBy })
const key = (fields: string, purpose: string, basis: string, kept: string, seenBy: string): PersonalRow => ({ fields, personal: '编号', purpose, basis, kept, seenBy })
const none = (fields: string): PersonalRow => ({ fields, personal: '否', purpose: '', basis: '', kept: '', seenBy: '' })

/** `fields`: paths with spaces between; `*` is a name in a map (a person's key, a record, a session). */
export const personalData: Record<string, readonly PersonalRow[]> = {
  openids: [
    about('_id', '认出还是同一个微信：微信给的编号（openid）只存在这里', consent, untilAsked, noClient),
    key('personKey mintedAt leaving', '把微信用户对到随机编号', consent, untilAsked, noClient),
    key('faces', '替哪几位熟面孔报名', consent, untilAsked, noClient),
    about('roles[].number roles[].role roles[].unitId', '每次调用判断权限', duty, '任职期间', '本人'),
  ],
  erasures: [key('_id into', '删除、熟面孔换成自己的微信做到哪里了，断了接着做', consent, '做完后十分钟', noClient), none('at goneAt')],
  people: [
    key('_id', '随机编号', consent, untilAsked, noClient),
    about('callName building', '下次报名不用再填；现场怎么称呼。熟面孔：邻居替谁报名', consent, untilAsked, `本人；加了这位熟面孔的邻居；${hostStaff}（在其活动的名单里）`),
    about('card', '丢了的码卡不再有用', consent, untilAsked, '本人'),
    about('communityId', '先看到自己社区的活动', consent, untilAsked, '本人'),
    key('vouchedBy', '熟面孔由哪几位邻居替其报名', consent, untilAsked, noClient),
    key('ownWechat', '熟面孔有了自己的微信：那个码不能再用', consent, untilAsked, noClient),
  ],
  faces: [
    key('_id personKey communityId', '同一个社区里，同样的称呼和楼号是同一位熟面孔：人数不重复计', consent, whileKnown, hostStaff),
    about('callName building', '没有微信的邻居，现场按称呼签到、邻居替其报名', consent, whileKnown, `加了这位熟面孔的邻居；${hostStaff}`),
    none('eraseOn eventId'),
  ],
  answers: [
    key('_id eventId personKey', '是哪一次报名时说的', consent, whileNeeded, noClient),
    about('answers.*', '活动自己的问题；答案是电话的，和电话一样加密', consent, whileNeeded, `本人；${hostStaff}`),
    about('answers.*.sealed phone.sealed', '活动有变化时打电话；加密存放', consent, whileNeeded, `本人；${hostStaff}，点“看号码”并说明原因，每次记入审计`),
    about('answers.*.mask phone.mask', '认得出是哪个号码', consent, whileNeeded, `本人；${hostStaff}`),
    none('at eraseOn settled'),
  ],
  reveals: [key('_id by of', '同一次点击只算看一次', duty, '与号码同时删除', noClient), none('eraseOn')],
  notices: [
    key('_id eventId to about', '该告诉谁、说的是谁的报名', consent, `写下后 ${noticeDays} 天`, '本人'),
    about('kind at sent seenAt', '活动有变化、候补有了名额，本人知道没有', consent, `写下后 ${noticeDays} 天`, `本人；${hostAdmins}`),
    none('eraseOn'),
  ],
  registrations: [
    key('_id eventId personKey by recordId said', '谁报了哪个活动，是本人还是邻居替报的', consent, untilAsked, `本人；${hostStaff}`),
    about('callName building', '现场找得到人', consent, untilAsked, `本人；${hostStaff}`),
    about('status sessions partySize children registeredAt cancelledAt joinedAt', '名额、候补和签到', consent, withTheFacts, `本人；${hostStaff}`),
    about('phoneMask', '认得出留的是哪个号码', consent, whileNeeded, `本人；${hostStaff}`),
    none('eraseOn'),
  ],
  'seat-books': [
    key('taken.*.n taken.*.children taken.*.sessions taken.*.at taken.*.recordId taken.*.by taken.*.said spent.* changing.*.n changing.*.children changing.*.recordId', '名额不超、不重', consent, withTheFacts, noClient),
    about('taken.*.callName taken.*.building', '报名记录断了也能照这里补上', consent, untilAsked, noClient),
    key('cancellation.by', '谁取消的活动', duty, withTheFacts, noClient),
    none('_id asks cancelUntil cancellation.at cancellation.reason capacity.* closesAt joinedAt lastOn left.* opensAt parties partyLimit planned questions[].id questions[].kind questions[].options questions[].required questions[].text queue.* rev startsAt.* status unswept waiting'),
  ],
  attendance: [
    key('_id personKey', '人数不重复计', consent, withTheFacts, hostStaff),
    about('marks.*.at marks.*.enteredAt marks.*.present marks.*.clocks.device marks.*.clocks.offsetMs marks.*.clocks.received undone.*.at undone.*.clocks.device undone.*.clocks.offsetMs undone.*.clocks.received', '谁在什么时候到场', consent, withTheFacts, hostStaff),
    key('marks.*.by undone.*.by', '谁记的、谁撤的', duty, withTheFacts, noClient),
    none('eventId kind marks.*.source month path sessionId toCount'),
  ],
  'walk-ins': [
    about('callName', '现场分得清是哪几位；可以不填', consent, `当月办结的当天，最迟当月结束后 ${walkInNameDays} 天；本人删除资料时，和其用过的称呼一样的同时删除`, hostStaff),
    key('by undone.by', '谁记的、谁撤的', duty, withTheFacts, noClient),
    none('_id at clocks.device clocks.offsetMs clocks.received enteredAt eraseOn eventId forgotten kind line month path people recordId sessionId source toCount undone.at undone.clocks.device undone.clocks.offsetMs undone.clocks.received'),
  ],
  sheets: [
    key('numbers', '纸质签到表上的序号，录入时找得到是哪一行', consent, withTheFacts, hostStaff),
    key('takenBy.*', '谁打印过签到表', duty, withTheFacts, noClient),
    none('_id copies[].from copies[].recordId copies[].to'),
  ],
  headcounts: [key('by undone.by', '谁清点的、谁撤的', duty, withTheFacts, noClient), none('_id area at clocks.device clocks.offsetMs clocks.received enteredAt eventId kind month path people recordId sessionId softness source toCount undone.at undone.clocks.device undone.clocks.offsetMs undone.clocks.received')],
  'quiet-months': [key('by', '谁说的本月无此项', duty, withTheFacts, noClient), none('_id at month nothing recordId unitId')],
  imported: [
    key('versions[].by', '谁录入的、谁改的', duty, withTheFacts, noClient),
    none('_id file.bytes file.fileId file.name file.sha256 file.upload fileDue from hundredths indicator overlap path period rev softness source.kind source.name to toCount unitId versions[].at versions[].file.bytes versions[].file.fileId versions[].file.name versions[].file.sha256 versions[].hundredths versions[].overlap versions[].reason versions[].recordId versions[].softness versions[].source.kind versions[].source.name versions[].withdrawn withdrawn'),
  ],
  'work-entries': [
    key('by versions[].by', '谁记的、谁改的', duty, withTheFacts, noClient),
    none('_id eventId indicator loggedAt month note on path quantity rev softness toCount unitId versions[].at versions[].clocks.device versions[].clocks.offsetMs versions[].clocks.received versions[].dayConfirmed versions[].on versions[].quantity versions[].reason versions[].recordId versions[].softness versions[].withdrawn withdrawn'),
  ],
  photos: [
    about('fileId sha256', '活动和工作的佐证，画面里可能有人；拍下的纸质签到表，上面有签名', duty, `与统计数据同存；签到表：活动结束后 ${sheetDays} 天`, `${hostStaff}；签到表：只有主办单位自己的网格员、管理员`),
    key('by public.by asked.by', '谁拍的、谁让大家看的', duty, withTheFacts, noClient),
    none('_id asked.at asked.refused asked.traceId public.at bytes entryId eraseOn eventId height offsetMs path savedAt sessionId source takenAt unsettled width'),
  ],
  uploads: [key('_id by', '照片是谁在传；别人的接不走，没传完的一天后清掉', duty, '照片存好即删，最多一天', noClient), none('at')],
  jobs: [none('_id at expectedSince failingSince')],
  findings: [none('_id at isFine')],
  events: [
    about('programme[].performers', '节目单上的演出者，由主办单位填写', consent, '与活动同存', '所有人'),
    key('createdBy cancellation.by changes[].by', '谁办的、谁改的、谁取消的', duty, withTheFacts, noClient),
    none('_id cancelUntil host.level host.name point.latitude point.longitude questions[].id questions[].kind questions[].options questions[].required questions[].text changed changes[].at changes[].id changes[].sessions changes[].what eveningTold telling untold bring campaignId cancellation.at cancellation.reason closesAt countOnly createdAt firstOn hostUnit kind lastOn months opensAt organisers[].name organisers[].part partyLimit path placeName placeNote programme[].form programme[].title publishedAt sessions[].capacity sessions[].endsAt sessions[].held sessions[].id sessions[].month sessions[].on sessions[].startsAt status title toCount'),
  ],
  grants: [
    about('held.*.*.name held.*.*.since', '本单位有哪些网格员、管理员', duty, '任职期间', hostAdmins),
    about('held.*.*.number', '拍的照片上写几号，不写姓名', duty, '任职期间；照片上的一直在', hostStaff),
    key('held.*.*.by', '谁给的权限', duty, '任职期间', noClient),
    none('_id numbers seal.chain seal.hash seal.kid seal.mac seal.n'),
  ],
  invitations: [
    about('name', '请的是谁', duty, `邀请过期后 ${invitationNameDays} 天`, hostAdmins),
    key('by usedBy replaces', '谁请的、谁接受的、接替谁', duty, withTheAudit, hostAdmins),
    none('_id at cancelled eraseOn expiresAt path recordId role unitId'),
  ],
  claims: [key('by', '第一位管理员是谁', duty, withTheAudit, noClient), none('_id unitId')],
  'poster-codes': [none('_id picture')],
  'file-codes': [none('_id hash of.eventId of.figures of.month of.months of.path of.unitId of.what picture')],
  exports: [
    key('_id', '谁带走了哪份文件', duty, withTheAudit, noClient),
    about('bytes', '总结的文件存好之前先记在这里；里面可能有演出者', duty, '文件存好即清空，一般几秒', noClient),
    none('at goesAt path unkept'),
  ],
  reports: [
    key('steps[].by steps[].editedBy', '谁提交、谁批准、谁退回', duty, '与总结同存', noClient),
    about('steps[].name', '总结上写明填报人、审核人', duty, '与总结同存', hostAdmins),
    none('_id arrivals closed month namesDue path steps[].alone steps[].at steps[].checkpoint.chain steps[].checkpoint.hash steps[].checkpoint.n steps[].counted steps[].hash steps[].missing steps[].n steps[].pieces steps[].recordId steps[].remarks[].quote steps[].remarks[].section steps[].remarks[].text steps[].what toCount unitId written'),
  ],
  'report-texts': [
    key('blocks[].by version.by', '谁改的总结文字', duty, '与总结同存', noClient),
    about('blocks[].name', '一起改总结的人看得到是谁改的', duty, '与总结同存', hostAdmins),
    none('_id blocks[].at blocks[].heading blocks[].id blocks[].recordId blocks[].rev blocks[].runs[].figure blocks[].runs[].text blocks[].section drafted handedIn month path rev unitId version.begunAt version.n'),
  ],
  'report-versions': [
    key('by blocks[].by', '谁改的总结文字', duty, '与总结同存', noClient),
    about('name blocks[].name', '哪一版是谁改的', duty, '与总结同存', hostAdmins),
    none('_id at begunAt blocks[].at blocks[].heading blocks[].id blocks[].recordId blocks[].rev blocks[].runs[].figure blocks[].runs[].text blocks[].section n recordId rev textId'),
  ],
  'report-tables': [
    key('by', '上级的表是谁传的、谁对的', duty, '与表同存', noClient),
    none('_id at file gone heads[].at heads[].means heads[].text layout.axis layout.into layout.line layouts[].layout.axis layouts[].layout.into layouts[].layout.line layouts[].words name path rev sha256 unitId'),
  ],
  'session-rooms': [
    key('counted.personKeys', '人数按人重新数，不用每次翻遍签到', consent, withTheFacts, noClient),
    none('_id asked counted.room.attendances counted.room.headcount counted.room.signedIn counted.room.softness counted.room.unregistered counted.room.walkIns eventId open run version'),
  ],
  'month-marks': [none('_id asked month open root')],
  'unit-months': [none('_id asOf asked input month next root text unitId version')],
  snapshots: [
    key('text', '办结的数字以后还能逐项打开、人数还能重新数：各场次参加者的编号，没有姓名', duty, '与总结同存；本人删除后编号不再属于任何人', noClient),
    none('_id at hash loose reportId'),
  ],
  audit: [
    key('by about facts.*', '谁改了什么；只有编号，没有姓名和号码', duty, '长期', noClient),
    none('_id action at chain hash kid n prev unitId'),
  ],
  'audit-heads': [none('_id hash n')],
  'unit-imports': [
    key('by', '谁导入的', duty, withTheAudit, noClient),
    none('_id added at done fileId known rows unitId units[]._id units[].level units[].name units[].order units[].parentId units[].path'),
  ],
  suggestions: [
    about('text callName', '社区听到意见、知道怎么称呼；称呼可以不写', consent, whileAnswered, `本人；${hostAdmins}`),
    about('answers[].text', '社区的答复', consent, whileAnswered, `本人；${hostAdmins}`),
    key('_id personKey', '答复给写的人看', consent, whileAnswered, noClient),
    key('answers[].by answers[].recordId', '谁答复的', duty, whileAnswered, noClient),
    none('answers[].at eraseOn open sentAt unitId'),
  ],
  profiles: [
    key('lines[].versions[].by', '谁填的、谁改的', duty, withTheFacts, noClient),
    none('_id lines[].id lines[].name lines[].unit lines[].versions[].asOf lines[].versions[].at lines[].versions[].recordId lines[].versions[].value.hundredths lines[].versions[].value.items lines[].versions[].value.kind lines[].versions[].value.on lines[].versions[].value.part lines[].versions[].value.text lines[].versions[].value.whole lines[].versions[].withdrawn'),
  ],
  units: [
    key('template.by', '谁改的总结模板', duty, '与单位同存', noClient),
    none('_id before level name next.from next.order next.parentId next.path order parentId path rev template.at template.rev template.text'),
  ],
  campaigns: [key('createdBy', '谁发起的主题月', duty, withTheFacts, noClient), none('_id basis checklists[].id checklists[].items[].id checklists[].items[].text checklists[].name checklists[].on from leadingGroup[].office leadingGroup[].part name ordinal parentId path rev theme to unit.level unit.name')],
  'campaign-ticks': [key('by', '清单上的一项是谁勾的', duty, withTheFacts, noClient), none('_id at campaignId factId item path rev tagged what')],
}
