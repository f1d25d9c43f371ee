/** How quick the laptop's cloud is. What each figure means stands in bench/README.md. */
import type { Bench } from '../figures'
import { invocations } from './invocations'
import { largeWorld } from './large-world'
import { pairs } from './pairs'

export const bench: Bench = { 条件更新加插入: pairs, 云函数调用: invocations, 十万个文档: largeWorld }
