import type { Context } from '../../context.ts'
import type { Worker } from '../../core/queue/worker.ts'
import { putRequest } from '../../features/relations/queries.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { decisionFor, domainsAbove } from '../../policies/domains.ts'
import { allDomains } from '../queries.ts'
import {
  awake,
  endAsked,
  endSevered,
  forgetSevered,
  forgetSleeping,
  hidePeople,
  keepSevered,
  keepSleeping,
  peopleOf,
  putFollowBack,
  relist,
  severedMembers,
  showPeople,
  sleepingFollows,
  suspendSleeping,
  unlist,
  wakeSleeping,
} from './queries.ts'

/** The servers that a decision about `domain` is also about; without one, all of them. */
export const serversBelow = (ctx: Context, domain: string | undefined): string[] =>
  [...allDomains(ctx.db)].filter((name) => domain === undefined || domainsAbove(name).includes(domain))

/** Lets the follows of `domains` sleep and hides their people; `ref` is the decision that members are told of. */
function cutOff(ctx: Context, domains: string, ref: number): void {
  const now = ctx.now()
  // who followed whom decides whose screens the posts are on, and is forgotten next
  ctx.emit('serversVanishing', { domains, ref })
  keepSevered(ctx.db, { domains, now })
  endSevered(ctx.db, { domains })
  endAsked(ctx.db, { domains })
  keepSleeping(ctx.db, { domains })
  const people = awake(ctx.db, { domains })
  suspendSleeping(ctx.db, { domains, now })
  for (const { id } of people) ctx.emit('accountSuspended', { accountId: id })
  for (const { memberId } of severedMembers(ctx.db, { domains })) {
    ctx.emit('noticeTakenBack', { accountId: memberId, kind: 'follows_returned', ref })
    ctx.emit('noticeGiven', { accountId: memberId, kind: 'follows_severed', ref })
  }
}

/** Brings back what slept: our people ask anew to follow theirs, and theirs follow ours as before. */
function wake(ctx: Context, domains: string, ref: number): void {
  wakeSleeping(ctx.db, { domains })
  forgetSleeping(ctx.db, { domains })
  const told = new Set<number>()
  for (const { accountId, targetId, memberId, showReblogs, notify, languages, uri } of sleepingFollows(ctx.db, {
    domains,
  })) {
    const row = { id: ctx.newId(), accountId, targetId, showReblogs, notify, languages, now: ctx.now() }
    if (accountId === memberId) {
      putRequest(ctx.db, row)
      ctx.emit('followRequested', { accountId, targetId })
    } else putFollowBack(ctx.db, { ...row, uri })
    told.add(memberId)
  }
  forgetSevered(ctx.db, { domains })
  for (const accountId of told) {
    ctx.emit('noticeTakenBack', { accountId, kind: 'follows_severed', ref })
    ctx.emit('noticeGiven', { accountId, kind: 'follows_returned', ref })
  }
}

/**
 * Makes true what is decided by now about `servers`; in the transaction of the decision. What stands on public
 * timelines follows by a job.
 */
export function applyDecisions(ctx: Context, servers: readonly string[], ref: number): void {
  const decided = Map.groupBy(servers, (server) => decisionFor(ctx.db, server).cutOff)
  const cut = decided.get(true) ?? []
  const open = decided.get(false) ?? []
  if (cut.length > 0) cutOff(ctx, JSON.stringify(cut), ref)
  if (open.length > 0) wake(ctx, JSON.stringify(open), ref)
  for (const domain of servers) ctx.queue.add('listPosts', { domain, after: 0 }, { once: `listPosts ${domain}` })
}

/** Takes a server's posts off public timelines, or puts them back, some people at a time. */
export const listPosts: Worker<Context, Jobs['listPosts']> = {
  run(ctx, { domain, after }) {
    const people = peopleOf(ctx.db, { domain, after, most: limits.unlistChunk }).map(({ id }) => id)
    if (people.length === 0) return
    const ids = JSON.stringify(people)
    ctx.transact(() => {
      if (decisionFor(ctx.db, domain).hidden) {
        hidePeople(ctx.db, { ids })
        unlist(ctx.db, { ids })
      } else {
        showPeople(ctx.db, { ids })
        relist(ctx.db, { ids })
      }
      if (people.length === limits.unlistChunk) ctx.queue.add('listPosts', { domain, after: people.at(-1) ?? 0 })
    })
  },
}
