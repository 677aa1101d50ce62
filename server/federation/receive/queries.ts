import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

/** Somebody of another server, as far as receiving needs it. */
export const actorByUri = one(
  z.object({
    id: z.int(),
    suspendedAt: z.int().nullable(),
    username: z.string(),
    domain: z.string().nullable(),
    host: z.string(),
    inbox: z.string(),
    outbox: z.string().nullable(),
    followersUri: z.string().nullable(),
    followingUri: z.string().nullable(),
    featuredUri: z.string().nullable(),
    keyId: z.string().nullable(),
    publicKey: z.string().nullable(),
    keyFetchedAt: z.int().nullable(),
    handleCheckedAt: z.int().nullable(),
    fetchedAt: z.int(),
    filledAt: z.int().nullable(),
  }),
  `SELECT accounts.id, suspended_at AS suspendedAt, username, domain, host, inbox, outbox, followers_uri AS followersUri,
     following_uri AS followingUri,
     featured_uri AS featuredUri, key_id AS keyId, public_key AS publicKey, key_fetched_at AS keyFetchedAt,
     handle_checked_at AS handleCheckedAt, fetched_at AS fetchedAt, filled_at AS filledAt
   FROM accounts JOIN remote_actors ON account_id = accounts.id WHERE accounts.uri = @uri`,
)
/** One of {@link actorByUri}. */
export type ActorRow = NonNullable<ReturnType<typeof actorByUri>>

/** The address of somebody of another server. */
export const uriOfActor = one(
  z.object({ uri: z.string().nullable() }),
  `SELECT uri FROM accounts WHERE id = @id AND domain IS NOT NULL`,
)

/** Where somebody of another server says that they moved. */
export const movedToOf = one(
  z.object({ movedTo: z.string() }),
  `SELECT moved_to AS movedTo FROM remote_actors WHERE account_id = @id AND moved_to IS NOT NULL`,
)

/** Who has a handle of another server. */
export const actorByHandle = one(
  z.object({ id: z.int(), uri: z.string().nullable() }),
  `SELECT id, uri FROM accounts WHERE domain = @domain AND username_key = @key`,
)

/** Makes room for somebody of another server. */
export const insertActor = write(
  `INSERT INTO accounts (id, uri, username, username_key, domain, created_at, joined_at)
   VALUES (@id, @uri, @username, @key, @domain, @createdAt, @now)`,
)

/** Gives somebody another handle. */
export const renameActor = write(
  `UPDATE accounts SET username = @username, username_key = @key, domain = @domain WHERE id = @id`,
)

/** Writes down how somebody of another server looks. */
export const describeActor = write(
  `UPDATE accounts SET display_name = @displayName, display_key = @displayKey, note = @note, locked = @locked,
     discoverable = @discoverable, indexable = @indexable, bot = @bot, avatar_description = @avatarAlt,
     header_description = @headerAlt WHERE id = @id`,
)

/** Writes down where somebody of another server is reached, and with which key they sign. */
export const putRemote = write(
  `INSERT INTO remote_actors (account_id, host, kind, url, inbox, shared_inbox, outbox, followers_uri, following_uri,
     featured_uri, key_id, public_key, key_fetched_at, also_known_as, moved_to, avatar_url, header_url, note_html,
     fields_html, emojis, handle_checked_at, fetched_at)
   VALUES (@id, @host, @kind, @url, @inbox, @sharedInbox, @outbox, @followers, @following, @featured, @keyId,
     @publicKey, @now, @alsoKnownAs, @movedTo, @avatar, @header, @noteHtml, @fields, @emojis, @now, @now)
   ON CONFLICT (account_id) DO UPDATE SET host = excluded.host, kind = excluded.kind, url = excluded.url,
     inbox = excluded.inbox, shared_inbox = excluded.shared_inbox, outbox = excluded.outbox,
     followers_uri = excluded.followers_uri, following_uri = excluded.following_uri,
     featured_uri = excluded.featured_uri, key_id = excluded.key_id, public_key = excluded.public_key,
     key_fetched_at = excluded.key_fetched_at, also_known_as = excluded.also_known_as, moved_to = excluded.moved_to,
     avatar_url = excluded.avatar_url, header_url = excluded.header_url, note_html = excluded.note_html,
     fields_html = excluded.fields_html, emojis = excluded.emojis, handle_checked_at = excluded.handle_checked_at,
     fetched_at = excluded.fetched_at`,
)

/** Notes that a key was asked for again. */
export const noteKeyAsked = write(`UPDATE remote_actors SET key_fetched_at = @now WHERE account_id = @id`)

/** Since when somebody is suspended by the word of their own server. */
export const suspendedThere = one(
  z.object({ since: z.int().nullable() }),
  `SELECT suspended_there AS since FROM remote_actors WHERE account_id = @id`,
)

/** Notes that word, or that it was taken back. */
export const noteSuspendedThere = write(`UPDATE remote_actors SET suspended_there = @since WHERE account_id = @id`)

/** Hides somebody from now on. */
export const hideActor = write(`UPDATE accounts SET suspended_at = coalesce(suspended_at, @now) WHERE id = @id`)

/** Shows somebody again who is hidden by that word alone. */
export const showActor = write(`UPDATE accounts SET suspended_at = NULL WHERE id = @id AND suspended_at = @since`)

/** Notes what a server says of somebody's numbers. */
export const putTotals = write(
  `UPDATE remote_actors SET statuses_total = coalesce(@statuses, statuses_total),
     followers_total = coalesce(@followers, followers_total), following_total = coalesce(@following, following_total)
   WHERE account_id = @id`,
)

/** Notes that somebody's latest posts were fetched. */
export const noteFilled = write(`UPDATE remote_actors SET filled_at = @now WHERE account_id = @id`)

/** Keeps an emoji of another server; gives back its number. */
export const putEmoji = many(
  z.object({ id: z.int(), shortcode: z.string(), url: z.string() }),
  `INSERT INTO remote_emojis (id, host, shortcode, url, updated_at) VALUES (@id, @host, @shortcode, @url, @now)
   ON CONFLICT (host, shortcode) DO UPDATE SET url = excluded.url,
     file = CASE WHEN url = excluded.url THEN file END, updated_at = excluded.updated_at
   RETURNING id, shortcode, url`,
)

/** Notes that an activity was taken in; 0 where it was before. */
export const putSeen = write(`INSERT INTO seen_activities (hash, at) VALUES (@hash, @now) ON CONFLICT DO NOTHING`)

/** Forgets activities that are too old to come again. */
export const forgetSeen = write(`DELETE FROM seen_activities WHERE at < @before`)

/** Notes that an actor says that something is gone. */
export const putTombstone = write(
  `INSERT INTO tombstones (uri, actor, at) VALUES (@uri, @actor, @now) ON CONFLICT DO NOTHING`,
)

/** Whether an actor said that something of theirs is gone: nobody says it for another one. */
export const tombstoneOf = one(
  z.object({ at: z.int() }),
  `SELECT at FROM tombstones WHERE uri = @uri AND actor IN ('', @actor) LIMIT 1`,
)

/** Forgets what was deleted long ago. */
export const forgetTombstones = write(`DELETE FROM tombstones WHERE at < @before`)

/** Notes that a server was heard from. */
export const noteHeard = write(
  `UPDATE peers SET last_seen_at = @now WHERE domain = @domain AND coalesce(last_seen_at, 0) < @before`,
)
