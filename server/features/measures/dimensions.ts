import packageFile from '../../../package.json' with { type: 'json' }
import type { Context } from '../../context.ts'
import { holds } from '../../policies/roles.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { ourHost } from '../accounts/present.ts'
import { type MeasureForm, readStretch, type Stretch } from './form.ts'
import {
  databaseFacts,
  followedOfServer,
  languagesIn,
  languagesOfServer,
  languagesOfTag,
  programsIn,
  serversIn,
  serversOfTag,
} from './queries.ts'

type Part = { key: string; human_key: string; value: string; unit?: string; human_value?: string }
/** What a number is made of, as Mastodon's API for staff has it. */
export type Dimension = { key: string; data: Part[] }

type Counted = { key: string; count: number }[]
type Asked = { ctx: Context; form: MeasureForm; stretch: Stretch }

const named = (rows: Counted, nameOf: (key: string) => string): Part[] =>
  rows.map(({ key, count }) => ({ key, human_key: nameOf(key), value: String(count) }))

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })
function languageName(code: string): string {
  if (code === 'und') return 'No language given'
  try {
    return languages.of(code) ?? code
  } catch {
    return code
  }
}

const within = ({ form, stretch: { from, until } }: Asked) => ({ from, until, most: form.limit })
const domainIn = (of: { domain: string } | undefined) => of?.domain.toLowerCase() ?? ''
const hereOr = ({ ctx }: Asked, key: string) => key || ourHost(ctx)

function space({ ctx }: Asked): Part[] {
  const bytes = databaseFacts(ctx.db)?.bytes ?? 0
  const shown = `${(bytes / 1e6).toFixed(1)} MB`
  return [{ key: 'sqlite', human_key: 'Database', value: String(bytes), unit: 'bytes', human_value: shown }]
}

const software = ({ ctx }: Asked): Part[] =>
  [
    { key: 'left-community', human_key: 'Left Community', value: packageFile.version },
    { key: 'node', human_key: 'Node.js', value: process.versions.node },
    { key: 'sqlite', human_key: 'SQLite', value: databaseFacts(ctx.db)?.version ?? '' },
  ].map((one) => ({ ...one, human_value: one.value }))

const sources: Record<string, (asked: Asked) => Part[]> = {
  languages: (asked) => named(languagesIn(asked.ctx.db, within(asked)), languageName),
  sources: (asked) =>
    named(programsIn(asked.ctx.db, within(asked)), (name) => name || 'The pages of the community').map((one) => ({
      ...one,
      key: one.key || 'web',
    })),
  servers: (asked) => named(serversIn(asked.ctx.db, within(asked)), (name) => name),
  space_usage: space,
  software_versions: software,
  tag_servers: (asked) =>
    named(
      serversOfTag(asked.ctx.db, { ...within(asked), id: asked.form.tag_servers?.id ?? -1 }).map((one) => ({
        ...one,
        key: hereOr(asked, one.key),
      })),
      (name) => name,
    ),
  instance_accounts: (asked) =>
    named(
      followedOfServer(asked.ctx.db, { domain: domainIn(asked.form.instance_accounts), most: asked.form.limit }),
      (name) => `@${name}`,
    ),
  instance_languages: (asked) =>
    named(
      languagesOfServer(asked.ctx.db, { ...within(asked), domain: domainIn(asked.form.instance_languages) }),
      languageName,
    ),
  tag_languages: (asked) =>
    named(languagesOfTag(asked.ctx.db, { ...within(asked), id: asked.form.tag_languages?.id ?? -1 }), languageName),
}

/**
 * What some numbers are made of, the largest part first. What is counted nowhere is left out, and what names people for
 * those who may not see them. Throws 422.
 */
export function readDimensions(ctx: Context, viewer: Viewer, form: MeasureForm): Dimension[] {
  const asked = { ctx, form, stretch: readStretch(ctx, form) }
  return [...new Set(form.keys)].flatMap((key) => {
    if (key === 'instance_accounts' && !holds(viewer, 'people')) return []
    const data = Object.hasOwn(sources, key) ? sources[key]?.(asked) : undefined
    return data ? [{ key, data }] : []
  })
}
