import type { Status } from '../../../../shared/api/wire.ts'
import type { Context } from '../../../context.ts'
import { invalidFields, notFound } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import { readRelations } from '../../../policies/relations.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { quoteOf } from '../../quotes/queries.ts'
import { readTopics } from '../../warnings/present.ts'
import { pollChange } from '../ask.ts'
import { pictureChange } from '../attach.ts'
import { keepTags, readWords, type Words } from '../compose.ts'
import type { EditForm } from '../form.ts'
import { checkAgreements } from '../held-back.ts'
import { checkNewMember } from '../new-member.ts'
import { presentStatuses } from '../present.ts'
import { insertMention, mentionsOf, type StatusRow, statusById } from '../queries.ts'
import { countVersions, keepVersion, rewriteStatus, setSilent, untagStatus } from './queries.ts'

/**
 * Gives one's own post other words. It stays where it is in every list, and for the same people: who was named stays
 * able to see it, and a post for few names nobody who could not see it. Its first words and every version are kept.
 * Throws 404 for every other post, 422 for words that cannot be posted and for what an agreement between two people
 * holds back.
 */
export function editStatus(ctx: Context, viewer: Viewer, form: EditForm): Status {
  ctx.transact(() => {
    const row = statusById(ctx.db, { id: form.id })
    if (row?.accountId !== viewer.accountId || row.reblogOfId !== null) throw notFound()
    const pictures = pictureChange(ctx, viewer, row.id, form)
    const isHung = pictures.count > 0 || isQuote(ctx, row.id)
    const topics = form.warning_topics ?? topicsKept(ctx, row, form)
    const words = readWords(ctx, { ...form, warning_topics: topics }, isHung)
    const next = nextOf(row, form, words)
    const changePoll = pollChange(ctx, row.id, form.poll)
    if (isSame(row, next) && !changePoll && !pictures.apply) return
    checkRoom(ctx, row.id)
    const known = mentionsOf(ctx.db, { ids: JSON.stringify([row.id]) })
    const added = words.mentioned.filter((id) => !known.some(({ accountId }) => accountId === id))
    checkAudience(ctx, row, added)
    const answers =
      row.inReplyToAccountId === null ? undefined : { accountId: row.inReplyToAccountId, threadId: row.threadId }
    checkAgreements(ctx, viewer, { answers, names: words.mentioned })
    const talking = [row.inReplyToAccountId ?? 0, ...known.map(({ accountId }) => accountId)]
    checkNewMember(ctx, viewer.accountId, {
      ...words,
      hasMedia: pictures.apply !== undefined && pictures.count > 0,
      talking,
    })
    if (row.editedAt === null) keepVersion(ctx.db, { id: ctx.newId(), statusId: row.id })
    changePoll?.()
    pictures.apply?.()
    rewriteStatus(ctx.db, { ...next, id: row.id, now: ctx.now() })
    keepVersion(ctx.db, { id: ctx.newId(), statusId: row.id })
    keepNames(ctx, row.id, words.mentioned, known)
    untagStatus(ctx.db, { statusId: row.id })
    keepTags(ctx, row.id, words.tags)
    ctx.emit('statusEdited', { statusId: row.id, accountId: viewer.accountId, added })
  })
  const [status] = presentStatuses(ctx, viewer, [form.id])
  if (!status) throw notFound()
  return status
}

const isQuote = (ctx: Context, statusId: number) => quoteOf(ctx.db, { statusId }) !== undefined

/** An app that knows no topics leaves those of a warning that it does not touch. */
function topicsKept(ctx: Context, row: StatusRow, form: EditForm): string[] {
  if (form.spoiler_text !== row.spoilerText) return []
  const offered = new Set(readTopics(ctx).map(({ slug }) => slug))
  const chosen: string[] = JSON.parse(row.warningTopics)
  return chosen.filter((slug) => offered.has(slug))
}

type Next = Pick<StatusRow, 'text' | 'spoilerText' | 'warningTopics' | 'sensitive' | 'language'>

function nextOf(row: StatusRow, form: EditForm, { text, spoilerText, topics }: Words): Next {
  const marked = form.sensitive ?? (row.sensitive === 1 && row.spoilerText === '')
  return {
    text,
    spoilerText,
    warningTopics: JSON.stringify(topics),
    sensitive: spoilerText !== '' || marked ? 1 : 0,
    language: form.language ?? row.language,
  }
}

const isSame = (row: StatusRow, next: Next): boolean =>
  (['text', 'spoilerText', 'warningTopics', 'sensitive', 'language'] as const).every((key) => row[key] === next[key])

function checkRoom(ctx: Context, statusId: number): void {
  if ((countVersions(ctx.db, { statusId })?.count ?? 0) < limits.versions) return
  const description = `This post was edited ${limits.versions - 1} times, which is the most. You can write a new one.`
  throw invalidFields({ status: [{ error: 'ERR_TOO_MANY', description }] })
}

/** A post for few people is for no one more after an edit. */
function checkAudience(ctx: Context, row: StatusRow, added: readonly number[]): void {
  if (added.length === 0 || row.visibility === 'public' || row.visibility === 'unlisted') return
  const { followedBy } = readRelations(ctx.db, row.accountId, added, ctx.now())
  const others = added.filter((id) => id !== row.accountId)
  if (row.visibility === 'private' && others.every((id) => followedBy.has(id))) return
  if (others.length === 0) return
  const description = 'An edit cannot show a post to more people. Take the new name out, or write a new post.'
  throw invalidFields({ status: [{ error: 'ERR_WIDER', description }] })
}

/** Who is named no more goes on seeing the post, without a name in it. */
function keepNames(ctx: Context, statusId: number, named: readonly number[], known: ReturnType<typeof mentionsOf>) {
  for (const accountId of named) insertMention(ctx.db, { statusId, accountId })
  for (const { accountId, silent } of known) {
    const quiet = named.includes(accountId) ? 0 : 1
    if (quiet !== silent) setSilent(ctx.db, { statusId, accountId, silent: quiet })
  }
}
