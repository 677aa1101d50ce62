import { mediationNoteTexts } from '../../../shared/locales/en/mediation-note.ts'
import { findEntities, normalizeTag } from '../../../shared/text/entities.ts'
import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { profileUrl } from '../../features/accounts/present.ts'
import type { AccountRow } from '../../features/accounts/queries.ts'
import { formatNote, presentFields, readNamed } from '../../features/accounts/words.ts'
import { mediaUrl } from '../../features/media/present.ts'
import { readSettings } from '../../features/settings/queries.ts'
import { tagUrl } from '../../features/tags/present.ts'
import { actorUri, followersUri, MEDIATION, uriOf } from '../addresses.ts'
import type { ActorKeys } from '../crypto/keys.ts'
import { emojiTags } from './emoji.ts'
import { aliasesOf, movedTo } from './queries.ts'
import { inContext, type Json, timeOf } from './words.ts'

const keyPart = (owner: string, { keyId, publicKey }: ActorKeys) => ({
  publicKey: { id: keyId, owner, publicKeyPem: publicKey },
})

/** Somebody here as other servers read them. Nothing of what a suspended person said of themselves is in it. */
export function actorDocument(ctx: Context, row: AccountRow, keys: ActorKeys): Json {
  const id = actorUri(ctx, row.id)
  const moved = movedTo(ctx.db, { accountId: row.id })
  return inContext({
    id,
    type: row.bot === 1 ? 'Service' : 'Person',
    preferredUsername: row.username,
    url: profileUrl(ctx, row),
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    followers: followersUri(ctx, row.id),
    following: `${id}/following`,
    featured: `${id}/featured`,
    endpoints: { sharedInbox: `${ctx.config.publicUrl}/inbox` },
    manuallyApprovesFollowers: row.locked === 1,
    discoverable: row.discoverable === 1,
    indexable: row.indexable === 1,
    // the day alone: when exactly somebody came is theirs
    published: timeOf(row.createdAt - (row.createdAt % DAY)),
    alsoKnownAs: aliasesOf(ctx.db, { accountId: row.id }).map(({ uri }) => uri),
    ...(moved && { movedTo: uriOf(ctx, moved) }),
    ...keyPart(id, keys),
    ...(row.suspendedAt === null ? saidBy(ctx, row) : { name: '', summary: '', suspended: true }),
  })
}

function saidBy(ctx: Context, row: AccountRow): Json {
  const named = readNamed(ctx, [row])
  const fields = presentFields(ctx, row.fields, named)
  return {
    name: row.displayName,
    summary: formatNote(ctx, row.note, named),
    ...(row.avatar !== null && { icon: picture(ctx, row.avatar, row.avatarDescription) }),
    ...(row.header !== null && { image: picture(ctx, row.header, row.headerDescription) }),
    attachment: fields.map(({ name, value }) => ({ type: 'PropertyValue', name, value })),
    tag: [...tagsIn(ctx, row.note), ...emojiTags(ctx, row.displayName, row.note, row.fields)],
  }
}

const picture = (ctx: Context, file: string, description: string) => ({
  type: 'Image',
  mediaType: 'image/webp',
  url: mediaUrl(ctx, file),
  ...(description !== '' && { name: description, summary: description }),
})

const tagsIn = (ctx: Context, note: string) =>
  findEntities(note).flatMap((entity) =>
    entity.kind === 'hashtag'
      ? [{ type: 'Hashtag', name: `#${entity.tag}`, href: tagUrl(ctx, normalizeTag(entity.tag)) }]
      : [],
  )

/** The server itself: it signs what nobody in particular asks, and has nothing to say. */
export function serverActor(ctx: Context, keys: ActorKeys): Json {
  const id = actorUri(ctx, 0)
  return inContext({
    id,
    type: 'Application',
    preferredUsername: hostOf(ctx),
    name: readSettings(ctx.db).name,
    url: `${ctx.config.publicUrl}/about`,
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    endpoints: { sharedInbox: `${ctx.config.publicUrl}/inbox` },
    manuallyApprovesFollowers: true,
    ...keyPart(id, keys),
  })
}

/** Who invites to a mediation: a service that writes one message, and reads a code, NO and STOP. */
export function mediationActor(ctx: Context, keys: ActorKeys): Json {
  const id = actorUri(ctx, MEDIATION)
  const { name, summary } = mediationNoteTexts
  return inContext({
    id,
    type: 'Service',
    preferredUsername: MEDIATION_NAME,
    name: name(readSettings(ctx.db).name),
    summary: `<p>${summary}</p>`,
    url: `${ctx.config.publicUrl}/help/disagreements`,
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    endpoints: { sharedInbox: `${ctx.config.publicUrl}/inbox` },
    manuallyApprovesFollowers: true,
    discoverable: false,
    indexable: false,
    ...keyPart(id, keys),
  })
}

/** The name before the host in the address of {@link mediationActor}; no member can have it. */
export const MEDIATION_NAME = 'mediation'

/** The host, with its port, behind the second @ of our people's addresses. */
export const hostOf = ({ config }: Pick<Context, 'config'>): string => new URL(config.publicUrl).host
