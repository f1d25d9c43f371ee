/** What a figure opens to: the figure large, what it counts row by row, the sum, and the photos of each row. */
import { Image, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { usePhotos } from '../../../stores/evidence'
import { clockOf, dayOf } from '../../../stores/calendar'
import { a11y } from '../../../components/a11y'
import { cx } from '../../../components/cx'
import { Figure } from '../../../components/figure'
import { Leaf } from '../../../components/leaf'
import { PlainButton } from '../../../components/plain-button'
import { Press } from '../../../components/press'
import type { FactRow, FactsView } from './facts-rows'
import { dayWords } from './months'
import { Trend } from './trend-bars'
import styles from './facts-panel.module.scss'

interface Props { view: FactsView; where: string; loading: boolean; onMore(): void }

export function FactsPanel({ view, where, loading, onMore }: Props) {
  const [photosAt, setPhotosAt] = useState<string | null>(null)
  return (
    <View>
      <View className={styles.where}>{where}</View>
      <View className={styles.title}>{view.title}</View>
      {view.print !== null && (
        <Figure size="large" value={view.print} unit={view.unit} />
      )}
      {view.uncounted !== null && <View className={styles.note}>{view.uncounted}，不在合计里</View>}
      <View className={styles.rows}>
        {view.rows.map((row) => (
          <FactLine key={row.key} row={row} open={photosAt === row.key} onPhotos={() => setPhotosAt(photosAt === row.key ? null : row.key)} />
        ))}
        {view.sum !== null && view.rows.length > 0 && (
          <View className={styles.sum}>
            <Text className={styles.sumWord}>合计</Text>
            {view.sum.same && <Text className={styles.same}>和表里一样</Text>}
            <Text className={styles.sumValue}>{view.sum.print}</Text>
          </View>
        )}
      </View>
      {view.sum !== null && !view.sum.same && <View className={styles.note}>又有新的记录进来，点「更新」再看一次。</View>}
      {view.counted && <View className={styles.note}>人数按人数一遍，来过几场都算一位，不等于各场相加。</View>}
      {view.notListed > 0 && (
        <View className={styles.more}>
          <View className={styles.note}>还有 {view.notListed} 条，都在上面的数里。</View>
          <PlainButton small busy={loading ? '正在取…' : false} onPress={onMore}>{`再看 ${Math.min(view.notListed, 100)} 条`}</PlainButton>
        </View>
      )}
      {view.bars.length > 0 && <Trend bars={view.bars} unit={view.unit} />}
    </View>
  )
}

function FactLine({ row, open, onPhotos }: { row: FactRow; open: boolean; onPhotos(): void }) {
  return (
    <View className={styles.fact}>
      <View className={styles.line}>
        <Leaf size="fact" figure={row.date} under={row.weekday} />
        <View className={styles.what}>
          <View className={styles.name}>{row.title}</View>
          {row.notes.map((note) => <View key={note} className={styles.small}>{note}</View>)}
        </View>
        <View className={row.counted ? styles.value : styles.words}>{row.value}</View>
      </View>
      {row.photos > 0 && (
        <Press className={cx(styles.photosLink)} label={`${row.title}，照片 ${row.photos} 张`} expanded={open} onPress={onPhotos}>照片 {row.photos} 张</Press>
      )}
      {open && <Photos row={row} />}
    </View>
  )
}

/** Addresses of photos expire, so they are asked for when somebody wants to look. */
function Photos({ row }: { row: FactRow }) {
  const { input, value, failed, load } = usePhotos()
  const mine = JSON.stringify(input?.of) === JSON.stringify(row.photosOf)
  useEffect(() => void load({ of: row.photosOf }), [row.key])
  if (!mine || (value === null && failed === null)) return <View className={styles.small}>正在取照片</View>
  if (value === null) {
    return <Press className={cx(styles.photosLink)} onPress={() => void load({ of: row.photosOf })}>照片没取到，再试一次</Press>
  }
  return (
    <View className={styles.photos}>
      {value.photos.map((photo) => {
        const at = photo.takenAt ?? photo.savedAt
        const words = `${dayWords(dayOf(at))} ${clockOf(at)}，${photo.source === 'in-app' ? '应用内拍摄' : '相册导入'}`
        return (
          <View key={photo.photoId} className={styles.photo}>
            <Image className={styles.picture} src={photo.url} mode="widthFix" {...a11y({ role: 'img', label: `佐证照片，${words}` })} />
            <View className={styles.small}>{words}</View>
          </View>
        )
      })}
    </View>
  )
}
