import { findEntities } from '../../../shared/text/entities.ts'
import { formatLine, formatText, type Links } from '../../../shared/text/format.ts'
import type { Context } from '../../context.ts'
import { createMemo } from '../../core/memo.ts'
import { tagUrl } from '../tags/present.ts'
import { type AccountRow, joinedNames } from './queries.ts'

/** A line of a profile as stored; `verifiedAt`: when its address was seen to link back, in ms. */
export type Field = { name: string; value: string; verifiedAt: number | null }

/** The lines of a profile, from `accounts.fields`. */
export function readFields(json: string): Field[] {
  // it was checked when it was written
  return json === '[]' ? [] : (JSON.parse(json) as Field[])
}

/** People of this server who are named in profiles: their names by the names in lower case. */
export type NamedPeople = ReadonlyMap<string, string>

const nobody: NamedPeople = new Map()

const hostOf = (ctx: Context) => ctx.config.publicUrl.replace(/^https?:\/\//, '').replace(/\/.*/, '')

/** Whom the texts of some profiles name, in one query, or in none where no text names anybody. */
export function readNamed(ctx: Context, rows: readonly Pick<AccountRow, 'note' | 'fields'>[]): NamedPeople {
  const keys = new Set<string>()
  for (const { note, fields } of rows) {
    if (!note.includes('@') && !fields.includes('@')) continue
    for (const text of [note, ...readFields(fields).map(({ value }) => value)]) {
      for (const entity of findEntities(text)) if (entity.kind === 'mention') keys.add(entity.username.toLowerCase())
    }
  }
  if (keys.size === 0) return nobody
  return new Map(joinedNames(ctx.db, { keys: JSON.stringify([...keys]) }).map((row) => [row.key, row.username]))
}

const linksTo = (ctx: Context, named: NamedPeople): Links => ({
  tag: (name) => tagUrl(ctx, name),
  mention(username, domain) {
    const name = domain === undefined || domain === hostOf(ctx) ? named.get(username.toLowerCase()) : undefined
    return name === undefined ? undefined : { url: `${ctx.config.publicUrl}/@${name}`, name }
  },
})

/** Texts about people whose HTML is kept ready. */
const notes = createMemo<string, string>(1000)

/** The text of a profile as HTML. */
export function formatNote(ctx: Context, note: string, named: NamedPeople): string {
  if (note === '') return ''
  const key = `${ctx.config.publicUrl} ${[...named.values()].join()} ${note}`
  return notes.get(key) ?? notes.keep(key, formatText(note, linksTo(ctx, named)))
}

/** The lines of a profile; an address says of itself that it is the person's own, so that it can be verified from there. */
export function presentFields(ctx: Context, fields: string, named: NamedPeople) {
  return readFields(fields).map(({ name, value, verifiedAt }) => ({
    name,
    value: formatLine(value, { ...linksTo(ctx, named), rel: 'me' }),
    verified_at: verifiedAt === null ? null : new Date(verifiedAt).toISOString(),
  }))
}
