import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

const columns = `id, kind, case_id AS caseId, target_id AS targetId, subject, content, sha256, by_id AS byId, state,
  created_at AS createdAt, changed_at AS changedAt, decided_by AS decidedBy, decided_at AS decidedAt, answer` as const

const proposalRow = z.object({
  id: z.int(),
  kind: z.string(),
  caseId: z.int().nullable(),
  targetId: z.int().nullable(),
  subject: z.string().nullable(),
  /** Sealed; see `Proposed` in propose.ts. */
  content: z.instanceof(Buffer),
  sha256: z.string(),
  byId: z.int().nullable(),
  state: z.enum(['open', 'confirmed', 'lowered', 'rejected', 'withdrawn']),
  createdAt: z.int(),
  changedAt: z.int(),
  decidedBy: z.int().nullable(),
  decidedAt: z.int().nullable(),
  answer: z.instanceof(Buffer).nullable(),
})
/** A proposal as stored. */
export type ProposalRow = z.infer<typeof proposalRow>

/** Keeps a proposal. */
export const insertProposal = write(
  `INSERT INTO moderation_proposals (id, kind, case_id, target_id, subject, content, sha256, by_id, state, created_at,
     changed_at)
   VALUES (@id, @kind, @caseId, @targetId, @subject, @content, @sha, @byId, 'open', @now, @now)`,
)

/** One proposal. */
export const proposalById = one(proposalRow, `SELECT ${columns} FROM moderation_proposals WHERE id = @id`)

/** What waits in a case for a second person. */
export const openProposalOf = one(
  proposalRow,
  `SELECT ${columns} FROM moderation_proposals WHERE case_id IS NOT NULL AND case_id = @caseId AND state = 'open'`,
)

/** What was ever proposed in a case. */
export const proposalsOfCase = many(
  proposalRow,
  `SELECT ${columns} FROM moderation_proposals WHERE case_id IS NOT NULL AND case_id = @caseId ORDER BY id LIMIT 50`,
)

/** What waits for a second person anywhere. */
export const openProposals = many(
  proposalRow,
  `SELECT ${columns} FROM moderation_proposals WHERE state = 'open' AND created_at > 0
   ORDER BY created_at LIMIT @most`,
)

/** Changes the words of a proposal that nobody agreed to yet. */
export const rewriteProposal = write(
  `UPDATE moderation_proposals SET kind = @kind, content = @content, sha256 = @sha, changed_at = @now
   WHERE id = @id AND state = 'open'`,
)

/** Ends a proposal whose words are these; changes nothing where they are others, or somebody was faster. */
export const endProposal = write(
  `UPDATE moderation_proposals SET state = @state, decided_by = @by, decided_at = @now, answer = @answer
   WHERE id = @id AND state = 'open' AND sha256 = @sha`,
)
