import { globSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { migrate } from '../../server/db/migrate.ts'
import { openDatabase } from '../../server/db/open.ts'
import { declaredStatements } from '../../server/db/sql.ts'

const server = join(import.meta.dirname, '../../server')
for (const file of globSync('**/{queries,relations,domains,panic,blocks}.ts', { cwd: server }))
  await import(join(server, file))

const db = openDatabase(':memory:')
migrate(db)
// the sealed texts of mediations are a file of their own, whose statements are held to the same
const sealed = openDatabase(':memory:')
migrate(sealed, 'sealed')
for (const { sql } of sealed.prepare('SELECT sql FROM sqlite_schema').all() as { sql: string }[]) db.exec(sql)
sealed.close()
afterAll(() => db.close())

/** Tables whose size configuration bounds, so that reading all of them costs little. */
const bounded = [
  'settings',
  'rule_sets',
  'rules',
  'rule_texts',
  'rule_places',
  'rule_approvals',
  'warning_topics',
  'warning_stop_words',
  'custom_emojis',
  'ip_blocks',
  'documents',
  'step_counts',
  'panic_switches',
  'name_blocks',
  'roles',
  'stats',
  'invites',
  'pragma_page_count',
  'pragma_freelist_count',
  'pragma_page_size',
]

const title = (text: string) => text.replace(/\s+/g, ' ').slice(0, 90)

const kinds: Record<string, string> = { INTEGER: 'number', TEXT: 'string', BLOB: 'buffer', REAL: 'number' }

type Shape = { def: { type: string; innerType?: Shape; format?: string } }

const isNullable = (shape: Shape) => shape.def.type === 'nullable'
const inner = (shape: Shape): Shape => (shape.def.innerType ? inner(shape.def.innerType) : shape)

describe('every SQL statement', () => {
  test('was found', () => expect(declaredStatements().length).toBeGreaterThan(10))

  test.each(declaredStatements().map(({ text, row }) => [title(text), text, row] as const))(
    '%s',
    (_title, text, row) => {
      const statement = db.prepare(text)
      if (row) {
        const columns = statement.columns()
        expect(columns.map((column) => column.name).sort()).toEqual(Object.keys(row.shape).sort())
        for (const column of columns) {
          if (column.type === null || column.table === null) continue
          const shape = row.shape[column.name] as unknown as Shape
          const type = inner(shape).def.type
          if (['enum', 'literal', 'custom'].includes(type)) continue
          expect(`${column.name}: ${type === 'int' ? 'number' : type}`).toBe(
            `${column.name}: ${kinds[column.type] ?? column.type}`,
          )
        }
      }
      const names = [...text.matchAll(/@([a-zA-Z]+)/g)].map(([, name = '']) => [name, null])
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(Object.fromEntries(names)) as { detail: string }[]
      const scans = plan.map((step) => /^SCAN (\w+)/.exec(step.detail)).filter((match) => match !== null)
      for (const [detail, table = ''] of scans) {
        // a full-text table that is asked for words or a row, which is never all of it
        const [, how = ''] =
          plan
            .map((step) => /VIRTUAL TABLE INDEX \d+:(\S*)/.exec(step.detail))
            .find((match) => match?.input.includes(` ${table} `)) ?? []
        if (how.includes('M') || how === '=') continue
        if (['json_each', 'CONSTANT'].includes(table) || bounded.includes(table)) continue
        if (text.includes(`WITH RECURSIVE ${table} `)) continue
        expect(detail).toBe('no table scan')
      }
    },
  )
})

test('what may be null in a table is nullable in its row', () => {
  for (const { text, row } of declaredStatements()) {
    if (!row) continue
    for (const column of db.prepare(text).columns()) {
      if (
        !column.table ||
        column.table === 'json_each' ||
        !column.column ||
        new RegExp(`${column.column} IS NOT NULL`).test(text)
      )
        continue
      const info = db
        .prepare(`SELECT "notnull" AS required, pk FROM pragma_table_info(?) WHERE name = ?`)
        .get(column.table, column.column) as { required: number; pk: number } | undefined
      const shape = row.shape[column.name] as unknown as Shape
      if (info && !info.required && !info.pk)
        expect(`${title(text)} ${column.name} ${isNullable(shape)}`).toBe(`${title(text)} ${column.name} true`)
    }
  }
})
