import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import type { PeerLimits } from '../../../shared/api/peers.ts'
import { withoutHandles } from '../../../shared/text/handles.ts'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { domainKey } from '../../policies/domains.ts'
import { plainText } from '../plain.ts'
import { decisionsAfter } from './queries.ts'

/** What a list of somebody else's would decide. */
export type Listed = PeerLimits & { domain: string; publicReason: string }

type Severity = 'suspend' | 'silence' | 'noop'

const severityOf = ({ cutOff, hidden }: { cutOff: number; hidden: number }): Severity =>
  cutOff === 1 ? 'suspend' : hidden === 1 ? 'silence' : 'noop'

/** Our decisions as Mastodon writes them; a name that is obscured stands in it whole, as it is for those who decide. */
export function writeCsv(ctx: Context): string {
  const rows = decisionsAfter(ctx.db, { after: '', most: limits.domainListRows }).map((row) => [
    row.domain,
    severityOf(row),
    row.noMedia === 1 ? 'True' : 'False',
    row.noReports === 1 ? 'True' : 'False',
    row.publicReason,
    row.obscured === 1 ? 'True' : 'False',
  ])
  const header = ['#domain', '#severity', '#reject_media', '#reject_reports', '#public_comment', '#obfuscate']
  // a program for tables would take these for the beginning of a formula
  return stringify([header, ...rows], { escape_formulas: true })
}

function asLimits(severity: string, media: boolean, reports: boolean): PeerLimits {
  return {
    hidden: severity === 'silence' || severity === 'limit',
    no_media: media,
    no_reports: reports,
    cut_off: severity === 'suspend' || severity === '',
  }
}

const isTrue = (said: string | undefined) => /^(true|1|yes)$/i.test(said ?? '')

function readRow(line: string[], names: string[]): Listed[] {
  const at = (name: string) => line[names.indexOf(name)]
  const domain = domainKey(at('domain') ?? '')
  // names with letters left out name nobody
  if (!domain.includes('.')) return []
  const decided = asLimits(
    (at('severity') ?? '').toLowerCase(),
    isTrue(at('reject_media')),
    isTrue(at('reject_reports')),
  )
  return [
    { domain, ...decided, publicReason: plainText(withoutHandles(at('public_comment') ?? ''), limits.peerReason) },
  ]
}

/** Reads a list as Mastodon exports it, or one of mere names. Nothing where it is none. */
export function readCsv(text: string): Listed[] {
  try {
    const lines: string[][] = parse(text, {
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
      to: limits.domainListRows + 1,
      max_record_size: 8000,
    })
    const first = (lines[0] ?? []).map((name) => name.replace(/^#/, '').toLowerCase())
    const named = first.includes('domain')
    return (named ? lines.slice(1) : lines).flatMap((line) => readRow(line, named ? first : ['domain']))
  } catch {
    return []
  }
}

const blocks = z
  .array(z.object({ domain: z.string(), severity: z.string().catch(''), comment: z.string().nullish().catch(null) }))
  .max(limits.domainListRows)

/** Reads a list as another server's API gives it (`/api/v1/instance/domain_blocks`), or as a file of names. */
export function readList(text: string): Listed[] {
  if (!text.trimStart().startsWith('[')) return readCsv(text)
  try {
    return blocks.parse(JSON.parse(text)).flatMap(({ domain: name, severity, comment }) => {
      const domain = domainKey(name)
      if (!domain.includes('.')) return []
      const publicReason = plainText(withoutHandles(comment ?? ''), limits.peerReason)
      return [{ domain, ...asLimits(severity, false, false), publicReason }]
    })
  } catch {
    return []
  }
}
