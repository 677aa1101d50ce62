import { type ActionKind, actionKinds } from '../../../../shared/api/moderation.ts'
import type { Context } from '../../../context.ts'
import { type ActionRow, actionsOfCase } from './queries.ts'

/** What locks somebody out, so that a notice would not reach them. */
export const lockedOut: readonly ActionKind[] = ['freeze', 'suspend', 'remove']

const weightOf = (kind: ActionKind) => actionKinds.indexOf(kind) + (lockedOut.includes(kind) ? actionKinds.length : 0)

/** Kinds of decision with the gravest first. */
export const byWeight = (kinds: readonly ActionKind[]): ActionKind[] =>
  kinds.toSorted((a, b) => weightOf(b) - weightOf(a))

/** All that was decided in one step with something, itself too: the gravest first. People are told of a step once. */
export const stepOf = (ctx: Context, { caseId, targetId, createdAt }: ActionRow): ActionRow[] =>
  actionsOfCase(ctx.db, { caseId })
    .filter((one) => one.createdAt === createdAt && one.targetId === targetId)
    .toSorted((a, b) => weightOf(b.kind) - weightOf(a.kind) || a.id - b.id)
