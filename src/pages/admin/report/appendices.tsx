/** 附表: the indicators with the month before, and the events held. Empty where nothing was counted. */
import { Text, View } from '@tarojs/components'
import type { Report } from '#contract/reports/report'
import { BroughtOver } from '../figures/brought-over'
import { FigureLink } from '../figures/figure-link'
import { printAmount } from '../figures/figure-print'
import { figureRow } from '../figures/figure-rows'
import { dayWords } from '../figures/months'
import { a11y } from '../../../components/a11y'
import { cx } from '../../../components/cx'
import { words } from './wording'
import styles from './appendices.module.scss'

export function Appendices({ report, onOpen }: { report: Report; onOpen: ((figure: string) => void) | null }) {
  return (
    <View className={styles.appendices}>
      {report.table.length > 0 && (
        <>
          <View className={styles.heading}>{words.tableTitle}</View>
          <View {...a11y({ role: 'table', label: words.tableTitle })}>
            <View className={cx(styles.row, styles.head)} {...a11y({ role: 'row' })}>
              <View className={styles.label} {...a11y({ role: 'columnheader' })}>指标</View>
              <View className={styles.value} {...a11y({ role: 'columnheader' })}>{report.days ? '数量' : '本月'}</View>
              {report.hasPrevious && <View className={styles.previous} {...a11y({ role: 'columnheader' })}>上月</View>}
            </View>
            {report.table.map((figure) => {
              const row = figureRow(figure)
              return (
                <View key={row.name} className={styles.row} {...a11y({ role: 'row' })}>
                  <View className={styles.label} {...a11y({ role: 'cell' })}>{row.fullLabel}<Text className={styles.small}> {row.unit}</Text></View>
                  <View className={styles.value} {...a11y({ role: 'cell' })}>
                    {row.print !== null && onOpen === null && <View>{row.print}</View>}
                    {row.print !== null && onOpen !== null && <FigureLink print={row.print} label={`${row.fullLabel} ${row.print}${row.unit}，${words.open}`} onOpen={() => onOpen(row.name)} />}
                    {row.uncounted !== null && <View className={styles.small}>{row.uncounted}</View>}
                    {row.imported && <BroughtOver of={row.imported} unit={row.unit} />}
                  </View>
                  {report.hasPrevious && <View className={styles.previous} {...a11y({ role: 'cell' })}>{row.previous}</View>}
                </View>
              )
            })}
          </View>
        </>
      )}
      {report.events.length > 0 && (
        <>
          <View className={styles.heading}>{words.eventsTitle}</View>
          {report.events.map((event) => (
            <View key={event.sessionId} className={styles.event}>
              <View className={styles.what}>
                <View className={styles.name}>{event.title}</View>
                <View className={styles.small}>{dayWords(event.on)} · {event.kindZh} · {event.placeName}{event.hostUnitName === report.unit.name ? '' : ` · ${event.hostUnitName}`}</View>
                {event.split !== '' && <View className={styles.small}>{event.split}</View>}
              </View>
              <View className={styles.people}>{event.attendances === null ? '' : <>{printAmount({ value: event.attendances, softness: event.softness ?? 'exact' })}<Text className={styles.small}> 人次</Text></>}</View>
            </View>
          ))}
        </>
      )}
    </View>
  )
}
