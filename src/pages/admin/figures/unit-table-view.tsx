/** The month as a table of units, for a wide screen. An empty cell was not counted. */
import { ScrollView, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '../../../components/a11y'
import { cx } from '../../../components/cx'
import { BroughtOver } from './brought-over'
import { FigureLink } from './figure-link'
import type { Column, TableRow, UnitTable } from './unit-table'
import styles from './unit-table-view.module.scss'

export interface OpenedFigure { unitId: string; figure: string; own: boolean }

interface Props { table: UnitTable; titles: { previous: string; lastYear: string | null }; unitId: string; opened: OpenedFigure | null; onOpen(opened: OpenedFigure): void }

export function UnitTableView({ table, titles, unitId, opened, onOpen }: Props) {
  const { columns, groups, hasPrevious } = table
  const hasLastYear = table.hasLastYear && titles.lastYear !== null
  const template = { gridTemplateColumns: `minmax(11em, 2fr) minmax(6em, 1fr) ${hasPrevious ? 'minmax(5em, 1fr) ' : ''}${hasLastYear ? 'minmax(5.4em, 1fr) ' : ''}repeat(${columns.length}, minmax(5em, 1fr))` }
  const number = (row: TableRow, print: string | null, of: Pick<OpenedFigure, 'unitId' | 'own'>, where: string, className: string | undefined) => {
    const open = opened?.figure === row.name && opened.unitId === of.unitId && opened.own === of.own
    return (
      <Cell key={`${of.unitId}${of.own}`} className={cx(className, open && styles.current)}>
        {print !== null && <FigureLink print={print} label={`${where}${row.fullLabel} ${print}${row.unit}，打开依据`} onOpen={() => onOpen({ ...of, figure: row.name })} />}
      </Cell>
    )
  }
  return (
    <ScrollView scrollX className={styles.scroll}>
      <View className={styles.table} {...a11y({ role: 'table', label: '各单位的数' })}>
        <View className={cx(styles.row, styles.head)} style={template} {...a11y({ role: 'row' })}>
          <Cell className={styles.name} head>指标</Cell>
          <Cell className={styles.total} head>合计</Cell>
          {hasPrevious && <Cell className={styles.previous} head>{titles.previous}</Cell>}
          {hasLastYear && <Cell className={styles.previous} head>{titles.lastYear}</Cell>}
          {columns.map((column, i) => <Cell key={keyOf(column)} className={classOf(i)} head>{column.title}</Cell>)}
        </View>
        {groups.map((group) => (
          <View key={group.title} {...a11y({ role: 'rowgroup' })}>
            <View className={styles.groupTitle}><View className={styles.groupName}>{group.title}</View></View>
            {group.rows.map((row) => (
              <View key={row.name} className={styles.row} style={template} {...a11y({ role: 'row' })}>
                <Cell className={cx(styles.name, row.indented && styles.indented)}>
                  <Text>{row.label}</Text>
                  <Text className={styles.unit}>{row.unit}</Text>
                  {row.uncounted !== null && <View className={styles.uncounted}>{row.uncounted}</View>}
                  {row.imported && <BroughtOver of={row.imported} unit={row.unit} />}
                </Cell>
                {number(row, row.print, { unitId, own: false }, '', styles.total)}
                {hasPrevious && <Cell className={styles.previous}>{row.previous}</Cell>}
                {hasLastYear && <Cell className={styles.previous}>{row.lastYear}</Cell>}
                {columns.map((column, i) => number(row, row.cells[i] ?? null, { unitId: column.unit.id, own: column.own }, column.title, classOf(i)))}
              </View>
            ))}
          </View>
        ))}
      </View>
    </ScrollView>
  )
}

function Cell({ className = '', head = false, children }: { className?: string | undefined; head?: boolean; children?: ReactNode }) {
  return <View className={cx(styles.cell, className)} {...a11y({ role: head ? 'columnheader' : 'cell' })}>{children}</View>
}

/** The first part stands behind a line: on its left is the whole, on its right what it is made of. */
function classOf(i: number): string | undefined {
  return i === 0 ? styles.first : undefined
}

function keyOf(column: Column): string {
  return `${column.unit.id}${column.own}`
}
