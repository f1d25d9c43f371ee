import { expect, test } from 'vitest'
import { doorBuilding, doorName } from './door-name'

test.each([
  ['张阿姨', '张阿姨'], ['王大爷', '王大爷'], ['欧阳老师', '欧阳老师'], ['老赵', '老赵'], ['小陈', '小陈'], ['张', '张'], ['李姐', '李姐'],
  // What may be a given name stays away.
  ['张桂芳', '张'], ['王芳', '王'], ['欧阳娜娜', '欧阳'], ['王大爷一家', '王'], ['张阿姨桂芳', '张'], ['老赵建国', '老赵'], ['Lily', 'L'], ['𠮷田', '𠮷'], ['居民', '居民'],
])('%s goes along as %s', (said, kept) => expect(doorName(said)).toBe(kept))

test.each([
  ['3号楼', '3号楼'], ['翠竹苑3号楼2单元', '3号楼2单元'], ['12-301', '12-301'], ['B座1802', 'B座1802'], ['二单元', '二单元'], ['5#', '5#'], ['7', '7'], ['南院', '南院'],
  // Neither names nor numbers of telephones.
  ['张桂芳家', null], ['13812345678', null], ['3号楼张桂芳', '3号楼'], ['东东', null], ['老干部局大院', null], ['', null], [null, null],
])('of the building %s there goes %s', (said, kept) => expect(doorBuilding(said)).toBe(kept))
