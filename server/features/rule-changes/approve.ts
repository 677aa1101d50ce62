import type { Context } from '../../context.ts'
import { conflict, notFound } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { confirmBy } from '../rules/present.ts'
import { ruleSetInForce } from '../rules/queries.ts'
import { deleteApproval, putApproval, setConfirmed } from './queries.ts'
import { countApprovals, readDraftAt } from './read-draft.ts'

/** Stands behind a revision of the draft, once a person. Throws 404, or 409 when it was edited meanwhile. */
export function approveDraft(ctx: Context, { accountId }: Viewer, revision: number): void {
  ctx.transact(() => {
    const { version } = readDraftAt(ctx, revision)
    putApproval(ctx.db, { version, accountId, revision, now: ctx.now() })
  })
}

/** Stands no longer behind the draft; whoever never did changes nothing. Throws 404, or 409 when it was edited meanwhile. */
export function takeBackApproval(ctx: Context, { accountId }: Viewer, revision: number): void {
  ctx.transact(() => {
    const { version } = readDraftAt(ctx, revision)
    deleteApproval(ctx.db, { version, accountId })
  })
}

/** Stands behind an emergency rule that somebody else put in force. Throws 404, 409 for the same person. */
export function confirmEmergency(ctx: Context, { accountId }: Viewer, version: number): void {
  ctx.transact(() => {
    const set = ruleSetInForce(ctx.db)
    if (set?.version !== version || confirmBy(set) === null) throw notFound('Nothing waits to be confirmed.')
    const { revision } = set
    putApproval(ctx.db, { version, accountId, revision, now: ctx.now() })
    if (countApprovals(ctx, set, true) < limits.rulesApprovals) {
      throw conflict(
        'A second person has to confirm it: not who put it in force, nor an account that came by their invite.',
        {
          code: 'second_person',
        },
      )
    }
    setConfirmed(ctx.db, { version, now: ctx.now() })
  })
}
