import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { invalidFields } from '../../core/errors.ts'
import { limits } from '../../limits.ts'

/** What can be brought along. */
export const importTypes = ['following', 'blocking', 'muting', 'bookmarks', 'lists'] as const
/** One of {@link importTypes}. */
export type ImportType = (typeof importTypes)[number]

/** A row as it waits: whom or what it is about, and how. */
const rowData = z.object({
  what: z.string(),
  /** The list that a person is put into. */
  list: z.string().optional(),
  reblogs: z.boolean().optional(),
  notify: z.boolean().optional(),
  languages: z.array(z.string()).optional(),
  notifications: z.boolean().optional(),
})
/** One of {@link rowData}. */
export type RowData = z.infer<typeof rowData>

/** Reads a row as it was written down. */
export const readRow = (data: string): RowData => rowData.parse(JSON.parse(data))

const refuse = (description: string) => invalidFields({ data: [{ error: 'ERR_INVALID', description }] })

function parseCsv(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
      to: limits.importRows + 2,
      max_record_size: 4000,
    })
  } catch {
    throw refuse('This file is not a list as Mastodon writes them (CSV).')
  }
}

const isOn = (text: string | undefined) => (text === undefined || text === '' ? undefined : /^(true|1)$/i.test(text))

/** Where each column stands; Mastodon's files for blocks and bookmarks have no line of names. */
function columnsOf(first: string[]): { names: string[]; named: boolean } {
  const names = first.map((name) => name.replace(/^#/, '').toLowerCase())
  return names.includes('account address') ? { names, named: true } : { names: ['account address'], named: false }
}

/** Reads a file as rows to be worked off. Throws 422 for what is none, or is too long. */
export function readFile(type: ImportType, bytes: Buffer): RowData[] {
  const lines = parseCsv(bytes.toString('utf8'))
  const { names, named } = columnsOf(lines[0] ?? [])
  const at = (line: string[], name: string) => line[names.indexOf(name)]
  const rows = lines.slice(named ? 1 : 0).map((line): RowData => {
    if (type === 'lists') return { list: line[0] ?? '', what: (line[1] ?? '').replace(/^@/, '') }
    const what = (at(line, 'account address') ?? '').replace(/^@/, '')
    if (type === 'muting') return { what, notifications: isOn(at(line, 'hide notifications')) }
    if (type !== 'following') return { what }
    const languages = at(line, 'languages')
      ?.split(/[\s,]+/)
      .filter(Boolean)
    return {
      what,
      reblogs: isOn(at(line, 'show boosts')),
      notify: isOn(at(line, 'notify on new posts')),
      ...(languages?.length && { languages }),
    }
  })
  if (rows.length > limits.importRows) throw refuse(`A list has ${limits.importRows} lines at most. Split it.`)
  const shape = type === 'bookmarks' ? /^https?:\/\/\S+$/ : /^[\w.-]+(@\S+)?$/
  if (rows.length === 0 || !rows.some(({ what }) => shape.test(what)))
    throw refuse(type === 'bookmarks' ? 'There is no address of a post in this file.' : 'There is nobody in this file.')
  return rows
}
