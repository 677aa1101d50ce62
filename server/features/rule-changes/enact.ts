import type { Context } from '../../context.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { announcedRuleSet, ruleSetInForce } from '../rules/queries.ts'
import { retireInForce, setEffective, setInForceAgain, setLapsed } from './queries.ts'

/** Puts an announced version in force at its date, unless it was withdrawn; the old one is history then. */
export const enactRules: Worker<Context, Jobs['enactRules']> = {
  run: (ctx, { version, announcedAt }) =>
    ctx.transact(() => {
      const announced = announcedRuleSet(ctx.db)
      if (announced?.version !== version || announced.announcedAt !== announcedAt) return
      retireInForce(ctx.db, { now: ctx.now() })
      setEffective(ctx.db, { version, now: ctx.now() })
    }),
}

/** Ends an emergency rule that nobody confirmed in time; what was in force before is in force again. */
export const lapseRules: Worker<Context, Jobs['lapseRules']> = {
  run: (ctx, { version }) =>
    ctx.transact(() => {
      const base = ruleSetInForce(ctx.db)?.baseVersion
      if (setLapsed(ctx.db, { version, now: ctx.now() }) === 0 || !base) return
      setInForceAgain(ctx.db, { version: base })
    }),
}
