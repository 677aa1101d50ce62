import { findEntities } from '../../../shared/text/entities.ts'
import type { Context } from '../../context.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Events } from '../../events.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { whatHoldsBack } from '../../policies/interaction.ts'
import { ourHost } from '../accounts/present.ts'
import { accountById } from '../accounts/queries.ts'
import { isKnown } from './new-member.ts'
import { insertMention, mentionsOf, postTold, type StatusRow, statusById } from './queries.ts'

/** Asks another server who a handle is. */
type Resolve = (ctx: Context, handle: string) => Promise<{ accountId?: number }>

const named = (ctx: Context, statusId: number) => mentionsOf(ctx.db, { ids: JSON.stringify([statusId]) })

/** The handles in a post of people elsewhere who are not known here yet, as far as it may name so many. */
function unknownIn(ctx: Context, { id, text }: StatusRow): string[] {
  const host = ourHost(ctx)
  const known = named(ctx, id)
  const handles = new Map<string, string>()
  for (const entity of findEntities(text)) {
    if (entity.kind !== 'mention') continue
    const [name, domain = host] = [entity.username, entity.domain?.toLowerCase()]
    const key = `${name.toLowerCase()}@${domain}`
    if (domain === host || known.some((one) => `${one.username.toLowerCase()}@${one.domain}` === key)) continue
    handles.set(key, `@${name}@${domain}`)
  }
  return [...handles.values()].slice(0, Math.max(0, limits.mentions - known.length))
}

/** A post of ours that may still name more people: one for few people was only ever for those of its first words. */
function openPost(row: StatusRow | undefined): StatusRow | undefined {
  if (row?.reblogOfId !== null || row.localOnly === 1 || row.uri !== null) return undefined
  const isOpen = row.visibility === 'public' || row.visibility === 'unlisted'
  return isOpen || row.editedAt === null ? row : undefined
}

/** Has those looked for whom a post names and nobody here knows yet; what stays here or is of somebody new asks nobody. */
export function findNamesSoon(ctx: Context, event: Events['statusPosted']): void {
  const { statusId, accountId } = event
  const row = openPost(postTold(ctx.db, event))
  if (!row || unknownIn(ctx, row).length === 0 || !isKnown(ctx, accountId)) return
  ctx.queue.add('findNames', { statusId, again: true }, { once: `findNames:${statusId}` })
}

/** Asks other servers whom a post names. Who is found is named by it from then on; all else stays text. */
export const findNames = (resolve: Resolve): Worker<Context, Jobs['findNames']> => ({
  async run(ctx, { statusId, again }) {
    const row = openPost(statusById(ctx.db, { id: statusId }))
    if (!row) return
    const handles = unknownIn(ctx, row)
    const answers = await Promise.all(handles.map(async (handle) => ({ handle, ...(await resolve(ctx, handle)) })))
    const found = new Map(
      answers.flatMap(({ handle, accountId }) => (accountId === undefined ? [] : [[handle, accountId] as const])),
    )
    ctx.transact(() => nameFound(ctx, statusId, found))
    const at = ctx.now() + limits.federatedAskAgain
    if (again && found.size < handles.length) ctx.queue.add('findNames', { statusId, again: false }, { at })
  },
})

/** Names those who were found, unless the post says something else by now or an agreement keeps its author from it. */
function nameFound(ctx: Context, statusId: number, found: ReadonlyMap<string, number>): void {
  const row = openPost(statusById(ctx.db, { id: statusId }))
  if (!row) return
  const known = new Set(named(ctx, statusId).map(({ accountId }) => accountId))
  const wanted = unknownIn(ctx, row).flatMap((handle) => found.get(handle) ?? [])
  const added = [...new Set(wanted)].filter((id) => {
    const isThere = accountById(ctx.db, { id })?.suspendedAt === null
    const reach = { answers: undefined, names: [id] }
    return isThere && !known.has(id) && !whatHoldsBack(ctx.db, row.accountId, reach, ctx.now())
  })
  if (added.length === 0) return
  for (const accountId of added) insertMention(ctx.db, { statusId, accountId })
  ctx.emit('namesFound', { statusId, accountId: row.accountId, added })
}
