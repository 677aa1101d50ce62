import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import { sha256Hex } from '../../../core/crypto.ts'
import { conflict, forbidden, invalidFields, notFound } from '../../../core/errors.ts'
import { flag, listOf } from '../../../http/forms.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { checkClaim, findCase } from '../cases/claim.ts'
import { checkConflicts, partiesOf } from '../cases/conflicts.ts'
import { tellTeam } from '../cases/join.ts'
import { checkDecision, ruleOf } from '../decide/check.ts'
import { checkOpen } from '../decide/decide.ts'
import { type DecisionForm, decisionForm } from '../decide/form.ts'
import { checkMocked, hideMeanwhile } from '../mocked/mocked.ts'
import { checkNames } from '../reading/names.ts'
import { insertProposal, openProposalOf, type ProposalRow, proposalById, rewriteProposal } from './queries.ts'

/** What has to be thought about before somebody is sent away: each is ticked by who proposes it. */
const checks = ['context', 'hacked', 'irony', 'power'] as const

/** A decision that needs two, with what was thought about. */
export const proposalForm = decisionForm.extend({
  checked: listOf(z.enum(checks), checks.length).default([]),
  /** An account that is made to mock mocks nobody who could be asked here. */
  nobody_to_ask: flag.optional(),
})
const proposed = proposalForm.extend({ rule_version: z.int().optional() })
/** What is proposed, as it is sealed. */
export type Proposed = z.infer<typeof proposed>

/** Seals a proposal, with the hash by which who confirms says which words they read. */
function sealProposed(ctx: Context, content: Proposed): { content: Buffer; sha: string } {
  const text = JSON.stringify(content)
  return { content: ctx.vault.seal(text), sha: sha256Hex(text) }
}

/** Opens what {@link sealProposed} sealed. */
export const openProposed = (ctx: Context, { content }: ProposalRow): Proposed =>
  // only `sealProposed` writes these rows, and the vault refuses every other
  JSON.parse(ctx.vault.open(content)) as Proposed

function check(ctx: Context, row: Parameters<typeof checkDecision>[1], form: Proposed) {
  const rule = ruleOf(ctx, form)
  checkMocked(ctx, row.id, form)
  checkDecision(ctx, row, form, rule)
  checkNames(ctx, row, form)
  if (form.actions.length === 0) {
    throw invalidFields({ actions: [{ error: 'ERR_BLANK', description: 'Say what you propose.' }] })
  }
  const isRemoval = form.actions.some(({ kind }) => kind === 'remove')
  if (isRemoval && form.checked.length < checks.length) {
    throw invalidFields({ checked: [{ error: 'ERR_BLANK', description: 'Go through each of the questions first.' }] })
  }
  return rule
}

const kindOf = ({ actions }: DecisionForm) => (actions.some(({ kind }) => kind === 'remove') ? 'removal' : 'decision')

/** Proposes what one person cannot decide; gives its id. Throws 403, 404, 409, 422. */
export function propose(ctx: Context, viewer: Viewer, { id, ...form }: Proposed & { id: number }): number {
  return ctx.transact(() => {
    const row = findCase(ctx, viewer, id)
    const me = viewer.accountId
    checkOpen(row)
    checkClaim(ctx, row, me)
    const parties = partiesOf(ctx, row)
    checkConflicts(ctx, me, parties)
    const rule = check(ctx, row, form)
    if (openProposalOf(ctx.db, { caseId: id }))
      throw conflict('Something is proposed here already.', { code: 'proposed' })
    const sealed = sealProposed(ctx, { ...form, ...(rule && { rule_version: rule.version }) })
    const proposalId = ctx.newId()
    const kind = kindOf(form)
    const row2 = { id: proposalId, kind, caseId: id, targetId: row.targetId, subject: null, byId: me, now: ctx.now() }
    insertProposal(ctx.db, { ...row2, ...sealed })
    logAct(ctx, { verb: 'proposed', byId: me, caseId: id, targetId: row.targetId ?? 0, detail: { kind } })
    hideMeanwhile(ctx, row)
    tellTeam(ctx, id, [me, row.targetId ?? 0, ...parties.reporterIds])
    return proposalId
  })
}

/** A proposal of a case that this person may read. Throws 404. */
export function findProposal(ctx: Context, viewer: Viewer, proposalId: number) {
  const proposal = proposalById(ctx.db, { id: proposalId })
  if (!proposal || proposal.caseId === null) throw notFound()
  return { proposal, row: findCase(ctx, viewer, proposal.caseId) }
}

/** Gives one's own proposal other words, until somebody agreed: what they read before cannot be confirmed any more. Throws 403, 404, 409, 422. */
export function rewrite(ctx: Context, viewer: Viewer, { id, ...form }: Proposed & { id: number }): void {
  ctx.transact(() => {
    const { proposal, row } = findProposal(ctx, viewer, id)
    if (proposal.byId !== viewer.accountId) throw forbidden()
    if (proposal.state !== 'open') throw conflict('This was decided already.', { code: 'decided' })
    const rule = check(ctx, row, form)
    const { content, sha } = sealProposed(ctx, { ...form, ...(rule && { rule_version: rule.version }) })
    rewriteProposal(ctx.db, { id, kind: kindOf(form), content, sha, now: ctx.now() })
    logAct(ctx, { verb: 'proposal_changed', byId: viewer.accountId, caseId: row.id })
  })
}
