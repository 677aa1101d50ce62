import { z } from 'zod'
import type { Context } from '../../context.ts'
import { sha256Hex } from '../../core/crypto.ts'
import { invalid, notFound } from '../../core/errors.ts'
import { flag, id } from '../../http/forms.ts'
import { domainsAbove } from '../../policies/domains.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { allow, decide } from './decide.ts'
import { readDomain } from './put.ts'
import { allowById, allowsAfter, type DecisionRow, decisionById, decisionsAbout } from './queries.ts'

const comment = z.string().trim().max(5000)

/** A decision as Mastodon's administration asks for it. */
export const blockForm = z.object({
  domain: z.string().max(260).default(''),
  severity: z.enum(['noop', 'silence', 'suspend']).default('silence'),
  reject_media: flag.default(false),
  reject_reports: flag.default(false),
  private_comment: comment.default(''),
  public_comment: comment.default(''),
  obfuscate: flag.default(false),
})

/** What of one is changed; the rest stays. */
export const changedBlockForm = z.object({
  id,
  severity: z.enum(['noop', 'silence', 'suspend']).optional(),
  reject_media: flag.optional(),
  reject_reports: flag.optional(),
  private_comment: comment.optional(),
  public_comment: comment.optional(),
  obfuscate: flag.optional(),
})

type Block = z.infer<typeof blockForm>

const taken = 'Something is decided about this server already. Change that.'

const severityOf = (row: DecisionRow): Block['severity'] =>
  row.cutOff === 1 ? 'suspend' : row.hidden === 1 ? 'silence' : 'noop'

/** A decision as Mastodon's `Admin::DomainBlock`. */
export const presentBlock = (row: DecisionRow) => ({
  id: String(row.id),
  domain: row.domain,
  digest: sha256Hex(row.domain),
  created_at: new Date(row.decidedAt).toISOString(),
  severity: severityOf(row),
  reject_media: row.noMedia === 1,
  reject_reports: row.noReports === 1,
  private_comment: row.privateReason || null,
  public_comment: row.publicReason || null,
  obfuscate: row.obscured === 1,
})

/** One decision. Throws 404. */
export function findBlock(ctx: Context, decisionId: number): DecisionRow {
  const row = decisionById(ctx.db, { id: decisionId })
  if (!row) throw notFound()
  return row
}

function put(ctx: Context, { accountId }: Viewer, block: Block, endsAt: number | null = null): DecisionRow {
  const { id: made } = decide(ctx, accountId, {
    domain: block.domain,
    hidden: block.severity === 'silence',
    cut_off: block.severity === 'suspend',
    no_media: block.reject_media,
    no_reports: block.reject_reports,
    obscured: block.obfuscate,
    public_reason: block.public_comment,
    private_reason: block.private_comment,
    ...(endsAt !== null && { ends_at: new Date(endsAt).toISOString() }),
  })
  return findBlock(ctx, Number(made))
}

const saysAsMuch = (row: DecisionRow, { severity, reject_media, reject_reports }: Block) =>
  row.cutOff === 1 ||
  ((severity === 'noop' || (severity === 'silence' && row.hidden === 1)) &&
    (!reject_media || row.noMedia === 1) &&
    (!reject_reports || row.noReports === 1))

/** What stands about a name, or about the nearest above it that says as much. */
function standing(ctx: Context, form: Block): DecisionRow | undefined {
  const domain = readDomain(ctx, form.domain)
  const rows = decisionsAbout(ctx.db, { domains: JSON.stringify(domainsAbove(domain)) })
  return rows
    .filter((row) => row.domain === domain || saysAsMuch(row, form))
    .toSorted((one, other) => other.domain.length - one.domain.length)[0]
}

/** Decides about a server of which not as much is decided yet. Throws 409 (`needs_two`), and 422 with what stands. */
export function block(ctx: Context, viewer: Viewer, form: Block): DecisionRow {
  const row = standing(ctx, form)
  if (!row) return put(ctx, viewer, form)
  const details = { domain: [{ error: 'ERR_TAKEN', description: taken }] }
  throw invalid(taken, { details, beside: { existing_domain_block: presentBlock(row) } })
}

/** Decides otherwise; what is not said, and its end, stay. Throws 404, 409 (`needs_two`), 422. */
export function changeBlock(
  ctx: Context,
  viewer: Viewer,
  { id: decisionId, ...changes }: z.infer<typeof changedBlockForm>,
): DecisionRow {
  const row = findBlock(ctx, decisionId)
  const { private_comment, public_comment, ...rest } = presentBlock(row)
  const known = { ...rest, private_comment: private_comment ?? '', public_comment: public_comment ?? '' }
  const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  return put(ctx, viewer, blockForm.parse({ ...known, ...said }), row.endsAt)
}

type AllowRow = NonNullable<ReturnType<typeof allowById>>

/** A server that is named as Mastodon's `Admin::DomainAllow`. */
export const presentAllow = ({ cursor, domain, allowedAt }: AllowRow) => ({
  id: String(cursor),
  domain,
  created_at: new Date(allowedAt).toISOString(),
})

/** One of them. Throws 404. */
export function findAllow(ctx: Context, allowId: number): AllowRow {
  const row = allowById(ctx.db, { id: allowId })
  if (!row) throw notFound()
  return row
}

/** Names a server; one that is named stays so. Throws 422. */
export function nameServer(ctx: Context, { accountId }: Viewer, typed: string): AllowRow {
  const domain = readDomain(ctx, typed)
  allow(ctx, accountId, { domain, allowed: true })
  const [row] = allowsAfter(ctx.db, { after: domain.slice(0, -1), most: 50 }).filter((one) => one.domain === domain)
  return findAllow(ctx, row?.id ?? 0)
}

/** Names it no longer. Throws 404, 409 (`needs_two`). */
export const unnameServer = (ctx: Context, { accountId }: Viewer, allowId: number): void =>
  allow(ctx, accountId, { domain: findAllow(ctx, allowId).domain, allowed: false })
