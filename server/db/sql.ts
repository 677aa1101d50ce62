import type { Database, Statement } from 'better-sqlite3'
import type { z } from 'zod'

type Letter =
  | 'a'
  | 'b'
  | 'c'
  | 'd'
  | 'e'
  | 'f'
  | 'g'
  | 'h'
  | 'i'
  | 'j'
  | 'k'
  | 'l'
  | 'm'
  | 'n'
  | 'o'
  | 'p'
  | 'q'
  | 'r'
  | 's'
  | 't'
  | 'u'
  | 'v'
  | 'w'
  | 'x'
  | 'y'
  | 'z'

type Name<Text extends string, Read extends string = ''> = Text extends `${infer Head}${infer Tail}`
  ? Lowercase<Head> extends Letter
    ? Name<Tail, `${Read}${Head}`>
    : Read
  : Read

/** The parameter names that stand in a statement's text, as `@name` in letters only. */
export type Names<Text extends string, Found extends string = never> = Text extends `${string}@${infer Rest}`
  ? Names<Rest, Found | Name<Rest>>
  : Found

/** What SQLite stores: a missing value is `null` here and only here. */
export type SqlValue = string | number | bigint | Buffer | null

/** The parameters of a statement, their names read from its text. */
export type Parameters<Text extends string> = [Names<Text>] extends [never] ? void : Record<Names<Text>, SqlValue>

/** A statement as declared: one test prepares each and holds its columns against the row's shape. */
export type Declared = { text: string; row?: z.ZodObject }

const declared: Declared[] = []
const statements = new WeakMap<Database, Map<string, Statement>>()

/** Every statement declared so far by the modules that were loaded. */
export const declaredStatements = (): readonly Declared[] => declared

/**
 * The text as it is prepared. SQLite with STAT4 compiles a statement anew at every execution whose plan might depend on
 * a bound value, which costs ten times what running it does; a value behind a unary plus is not looked at.
 */
const steady = (text: string) => text.replace(/@(?=[a-zA-Z])/g, '+@')

function statement(db: Database, text: string): Statement {
  let known = statements.get(db)
  if (!known) {
    known = new Map()
    statements.set(db, known)
  }
  let found = known.get(text)
  if (!found) {
    found = db.prepare(text)
    known.set(text, found)
  }
  return found
}

const bind = (parameters: unknown): object[] =>
  typeof parameters === 'object' && parameters !== null ? [parameters] : []

/** Declares a query that gives all its rows, typed by `row` (the columns in any order, named as the row's keys). */
export function many<Text extends string, Row extends z.ZodObject>(row: Row, text: Text) {
  const prepared = steady(text)
  declared.push({ text: prepared, row })
  return (db: Database, parameters: Parameters<Text>): z.infer<Row>[] =>
    // the row's shape is held against the columns by a test, not at every read
    statement(db, prepared).all(...bind(parameters)) as z.infer<Row>[]
}

/** Declares a query that gives its first row, or nothing. */
export function one<Text extends string, Row extends z.ZodObject>(row: Row, text: Text) {
  const prepared = steady(text)
  declared.push({ text: prepared, row })
  return (db: Database, parameters: Parameters<Text>): z.infer<Row> | undefined =>
    // as above
    statement(db, prepared).get(...bind(parameters)) as z.infer<Row> | undefined
}

/** Declares a statement that writes; gives how many rows it changed. */
export function write<Text extends string>(text: Text) {
  const prepared = steady(text)
  declared.push({ text: prepared })
  return (db: Database, parameters: Parameters<Text>): number =>
    statement(db, prepared).run(...bind(parameters)).changes
}

/** A list of ids or names as one parameter, for `IN (SELECT value FROM json_each(@ids))`. */
export const list = (values: readonly (string | number)[]): string => JSON.stringify(values)
