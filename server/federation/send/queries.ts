import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

/** A post of ours that everybody could read at its address is gone; boosts and what was never to leave leave nothing. */
export const leaveTombstone = write(
  `INSERT INTO tombstones (uri, at) SELECT @uri, @now FROM statuses
   WHERE id = @statusId AND local = 1 AND local_only = 0 AND reblog_of_id IS NULL
     AND visibility IN ('public', 'unlisted')
   ON CONFLICT DO NOTHING`,
)

const target = z.object({ inbox: z.string(), host: z.string() })
/** An inbox, and the host whose health decides when it is tried. */
export type Target = z.infer<typeof target>

/** The inboxes of those elsewhere who follow somebody, one for all people of a server that has one. */
export const followersInboxes = many(
  target,
  `SELECT DISTINCT coalesce(shared_inbox, inbox) AS inbox, host FROM follows
   JOIN remote_actors ON remote_actors.account_id = follows.account_id
   JOIN accounts ON accounts.id = follows.account_id AND accounts.suspended_at IS NULL
   WHERE follows.target_id = @accountId`,
)

/** The inboxes of some people elsewhere whom `from` does not block; `ids` by `list()`. */
export const inboxesOf = many(
  target,
  `SELECT DISTINCT coalesce(shared_inbox, inbox) AS inbox, host FROM remote_actors
   JOIN accounts ON accounts.id = remote_actors.account_id AND accounts.suspended_at IS NULL
   WHERE remote_actors.account_id IN (SELECT value FROM json_each(@ids))
     AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocks.account_id = @from AND blocks.target_id = accounts.id)`,
)

/** The inbox of one person elsewhere, for what is for them alone. */
export const ownInbox = one(target, `SELECT inbox, host FROM remote_actors WHERE account_id = @accountId`)

/** Whom the posts of somebody named since a time, for what concerns all who may know them. */
export const namedLately = many(
  z.object({ id: z.int() }),
  `SELECT DISTINCT mentions.account_id AS id FROM statuses JOIN mentions ON mentions.status_id = statuses.id
   WHERE statuses.account_id = @accountId AND statuses.id > @after`,
)

/** Where a post went, is on its way, or may have arrived although nobody said so. */
export const waysOf = many(
  target,
  `SELECT inbox, host FROM delivered WHERE status_id = @statusId AND result <> 'gone'
   UNION SELECT deliveries.inbox, deliveries.host FROM activities JOIN deliveries ON deliveries.activity_id = activities.id
   WHERE activities.status_id IS NOT NULL AND activities.status_id = @statusId
     AND (deliveries.leased_until IS NOT NULL OR deliveries.tries > 0)`,
)

/** The inboxes that a post went to or waits for. */
export const inboxesBegun = many(
  z.object({ inbox: z.string() }),
  `SELECT inbox FROM delivered WHERE status_id = @statusId
   UNION SELECT deliveries.inbox FROM activities JOIN deliveries ON deliveries.activity_id = activities.id
   WHERE activities.status_id IS NOT NULL AND activities.status_id = @statusId`,
)

/** What was not sent yet of a post that is gone is not sent any more, nor again what is on its way. */
export const cancelPost = write(
  `DELETE FROM deliveries WHERE activity_id IN
     (SELECT id FROM activities WHERE status_id IS NOT NULL AND status_id = @statusId)`,
)

/** Forgets where a post went. */
export const forgetDelivered = write(`DELETE FROM delivered WHERE status_id = @statusId`)

/** Keeps what is to be said, once for all who are told. */
export const insertActivity = write(
  `INSERT INTO activities (id, owner, status_id, body, created_at) VALUES (@id, @owner, @statusId, @body, @now)`,
)

/** Sends an activity on its ways (`targets`: a JSON list of inbox and host), each as soon as its host is tried again. */
export const insertDeliveries = write(
  `INSERT INTO deliveries (activity_id, inbox, host, run_at, last_at)
   SELECT @activityId, value ->> 0, value ->> 1, max(@now, coalesce(wait_until, 0)), @lastAt
   FROM json_each(@targets) LEFT JOIN peer_health ON peer_health.host = value ->> 1
   WHERE true ON CONFLICT (activity_id, inbox) DO NOTHING`,
)

/** What is due, but for hosts of `full` (a JSON list), and unless `failing` (0 or 1) for hosts that failed last. */
export const dueDeliveries = many(
  z.object({
    id: z.int(),
    activityId: z.int(),
    inbox: z.string(),
    host: z.string(),
    tries: z.int(),
    lastAt: z.int(),
    owner: z.int(),
    statusId: z.int().nullable(),
    scheme: z.enum(['cavage', 'rfc9421']),
    failures: z.int(),
  }),
  `SELECT deliveries.id, activity_id AS activityId, inbox, deliveries.host, tries, last_at AS lastAt, activities.owner,
     activities.status_id AS statusId, coalesce(scheme, 'cavage') AS scheme, coalesce(failures, 0) AS failures
   FROM deliveries JOIN activities ON activities.id = deliveries.activity_id
   LEFT JOIN peer_health ON peer_health.host = deliveries.host
   WHERE run_at <= @now AND deliveries.host NOT IN (SELECT value FROM json_each(@full))
     AND (@failing = 1 OR coalesce(failures, 0) = 0)
   ORDER BY run_at LIMIT @most`,
)
/** One of {@link dueDeliveries}. */
export type Due = ReturnType<typeof dueDeliveries>[number]

/** What some activities say; `ids` by `list()`. */
export const bodiesOf = many(
  z.object({ id: z.int(), body: z.string() }),
  `SELECT id, body FROM activities WHERE id IN (SELECT value FROM json_each(@ids))`,
)

/** Takes deliveries for a time; `ids` by `list()`. */
export const leaseDeliveries = write(
  `UPDATE deliveries SET leased_until = @until, run_at = @until WHERE id IN (SELECT value FROM json_each(@ids))`,
)

/** Gives all leases back: one server runs on a data folder, so at its start and end none is held. */
export const freeDeliveries = write(
  `UPDATE deliveries SET leased_until = NULL, run_at = @now WHERE leased_until IS NOT NULL`,
)

/** A delivery is settled. */
export const removeDelivery = write(`DELETE FROM deliveries WHERE id = @id`)

/** All that waits for a host goes nowhere. */
export const removeHost = write(`DELETE FROM deliveries WHERE host = @host`)

/** A delivery is tried again later. */
export const postponeDelivery = write(
  `UPDATE deliveries SET leased_until = NULL, run_at = @runAt, tries = tries + 1 WHERE id = @id`,
)

/** Notes what became of a post's way; what arrived once has arrived. */
export const noteDelivered = write(
  `INSERT INTO delivered (status_id, inbox, host, at, result) VALUES (@statusId, @inbox, @host, @now, @result)
   ON CONFLICT (status_id, inbox) DO UPDATE SET at = excluded.at, result = excluded.result
     WHERE delivered.result <> 'delivered'`,
)

/** Forgets where old posts went. */
export const forgetOldDelivered = write(`DELETE FROM delivered WHERE at < @before`)

/** How a host fares. */
export const healthOf = one(
  z.object({ failures: z.int(), waitUntil: z.int() }),
  `SELECT failures, wait_until AS waitUntil FROM peer_health WHERE host = @host`,
)

/** A host answered. */
export const noteAlive = write(
  `INSERT INTO peer_health (host, last_ok_at, scheme) VALUES (@host, @now, @scheme)
   ON CONFLICT (host) DO UPDATE SET failures = 0, wait_until = 0, failing_since = NULL, last_ok_at = excluded.last_ok_at,
     scheme = excluded.scheme`,
)

/** A host did not answer, or not as it should; `waitUntil` is 0 while it is still tried at once. */
export const noteFailing = write(
  `INSERT INTO peer_health (host, failures, wait_until, failing_since, last_failed_at, last_problem)
   VALUES (@host, @failures, @waitUntil, @now, @now, @problem)
   ON CONFLICT (host) DO UPDATE SET failures = excluded.failures, wait_until = excluded.wait_until,
     failing_since = coalesce(peer_health.failing_since, excluded.failing_since),
     last_failed_at = excluded.last_failed_at, last_problem = excluded.last_problem`,
)

/** Nothing is tried at a host before then. */
export const holdHost = write(
  `UPDATE deliveries SET run_at = @until WHERE host = @host AND run_at < @until AND leased_until IS NULL`,
)

/** What waited for a host is due. */
export const releaseHost = write(
  `UPDATE deliveries SET run_at = @now WHERE host = @host AND run_at > @now AND leased_until IS NULL`,
)

/** A host that was left alone is tried again; failing once more, it is left alone as long as before. */
export const endPause = write(`UPDATE peer_health SET wait_until = 0 WHERE host = @host`)

/** When the next delivery falls due. */
export const nextDelivery = one(
  z.object({ runAt: z.int() }),
  `SELECT run_at AS runAt FROM deliveries WHERE run_at > @after ORDER BY run_at LIMIT 1`,
)

/** Notes by which activity of ours somebody here asked to follow. */
export const nameRequest = write(
  `UPDATE follow_requests SET uri = @uri WHERE account_id = @accountId AND target_id = @targetId`,
)

/** Who did something to a post that their server may have kept it for; `ids` of accounts. */
export const touchedBy = many(
  z.object({ id: z.int() }),
  `SELECT account_id AS id FROM favourites WHERE status_id = @statusId
   UNION SELECT account_id FROM statuses WHERE reblog_of_id = @statusId
   UNION SELECT account_id FROM statuses WHERE in_reply_to_id = @statusId`,
)

/** One inbox of every server of which somebody is known here. */
export const everyServer = many(
  target,
  `WITH RECURSIVE hosts (host) AS (
     SELECT min(host) FROM remote_actors
     UNION ALL SELECT (SELECT min(host) FROM remote_actors WHERE remote_actors.host > hosts.host) FROM hosts
       WHERE hosts.host IS NOT NULL)
   SELECT coalesce(shared_inbox, inbox) AS inbox, remote_actors.host FROM hosts JOIN remote_actors
     ON remote_actors.account_id = (SELECT account_id FROM remote_actors WHERE remote_actors.host = hosts.host LIMIT 1)`,
)

/** Somebody here is gone, and their address says so. */
export const leaveActorTombstone = write(`INSERT INTO tombstones (uri, at) VALUES (@uri, @now) ON CONFLICT DO NOTHING`)

/** Keys of people who are gone and of whom nothing is left to say. */
export const forgetKeys = write(
  `DELETE FROM actor_keys WHERE owner > 0 AND created_at < @before
     AND NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.id = actor_keys.owner)
     AND NOT EXISTS (SELECT 1 FROM activities WHERE activities.owner = actor_keys.owner)`,
)

/** How a post got to each server, the best of what became of it there: 3 arrived, 2 on its way, 1 never will. */
export const wayOfPost = many(
  z.object({ host: z.string(), state: z.int() }),
  `SELECT host, max(state) AS state FROM (
     SELECT host, CASE result WHEN 'delivered' THEN 3 ELSE 1 END AS state FROM delivered WHERE status_id = @statusId
     UNION ALL SELECT deliveries.host, 2 FROM activities JOIN deliveries ON deliveries.activity_id = activities.id
       WHERE activities.status_id IS NOT NULL AND activities.status_id = @statusId)
   GROUP BY host ORDER BY host`,
)

/** Whether moderators deleted a post here, and did not take that back. */
export const deletedByModerators = one(
  z.object({ id: z.int() }),
  `SELECT id FROM moderation_actions WHERE status_id IS NOT NULL AND status_id = @statusId AND kind = 'delete'
     AND over_at IS NULL LIMIT 1`,
)

/** Keeps who is asked to delete such a post (`targets`: a JSON list of {inbox, host}). */
export const keepPurge = write(
  `INSERT INTO purge_ways (activity_id, inbox, host, status_id, uri, at)
   SELECT @activityId, value ->> 'inbox', value ->> 'host', @statusId, @uri, @now FROM json_each(@targets)
   WHERE true ON CONFLICT DO NOTHING`,
)

/** What became of one of them. */
export const notePurge = write(
  `UPDATE purge_ways SET result = @result, at = @now WHERE activity_id = @activityId AND inbox = @inbox`,
)

/** Forgets what became of it long ago. */
export const forgetPurges = write(`DELETE FROM purge_ways WHERE at < @before`)

/** How many people a server says that it has; nothing where it was never asked. */
export const sizeOf = one(z.object({ users: z.int().nullable() }), `SELECT users FROM peer_facts WHERE domain = @host`)
