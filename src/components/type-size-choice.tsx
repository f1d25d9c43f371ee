/** 字号: 标准, 长辈版, 特大. The page follows at once. */
import { typeSizeNames, useTypeSize, type TypeSize } from '../theme/type-size'
import { Segmented } from './segmented'

const sizes: TypeSize[] = ['standard', 'elder', 'largest']

export function TypeSizeChoice() {
  const { size, choose } = useTypeSize()
  return <Segmented label="字号" items={sizes.map((key) => ({ key, text: typeSizeNames[key] }))} chosen={size} onChange={choose} />
}
