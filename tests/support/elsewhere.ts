import type { TestServer } from './server.ts'

/** Makes somebody of another server known here, as if something of theirs had arrived; gives their id. */
export function knowPerson(server: TestServer, username: string, domain: string, origin = `https://${domain}`): number {
  const { ctx } = server
  const id = ctx.newId()
  const uri = `${origin}/ap/users/${username}`
  ctx.db
    .prepare(
      `INSERT INTO accounts (id, uri, username, username_key, domain, display_name, created_at, joined_at)
       VALUES (@id, @uri, @username, lower(@username), @domain, @username, @now, @now)`,
    )
    .run({ id, uri, username, domain, now: ctx.now() })
  ctx.db
    .prepare(
      `INSERT INTO remote_actors (account_id, host, kind, inbox, fetched_at) VALUES (@id, @host, 'Person', @inbox, @now)`,
    )
    .run({ id, host: new URL(origin).host, inbox: `${uri}/inbox`, now: ctx.now() })
  return id
}

/** Puts a follow between two accounts, one of them of another server, as if it had been agreed on. */
export function letFollow(server: TestServer, accountId: number, targetId: number): void {
  const { ctx } = server
  ctx.db
    .prepare('INSERT INTO follows (id, account_id, target_id, created_at) VALUES (?, ?, ?, ?)')
    .run(ctx.newId(), accountId, targetId, ctx.now())
}

/** Puts a public post of somebody elsewhere here, with a hashtag; gives its id. */
export function letPost(server: TestServer, accountId: number, text: string, tag = 'news'): number {
  const { ctx } = server
  const id = ctx.newId()
  ctx.db
    .prepare(
      `INSERT INTO statuses (id, uri, account_id, local, thread_id, text, html, visibility, created_at, listed)
       VALUES (@id, @uri, @accountId, 0, @id, @text, @text, 'public', @now, 1)`,
    )
    .run({ id, uri: `https://elsewhere.example/posts/${id}`, accountId, text, now: ctx.now() })
  ctx.db.prepare('INSERT OR IGNORE INTO tags (name, display) VALUES (?, ?)').run(tag, tag)
  ctx.db.prepare('INSERT INTO status_tags (tag_id, status_id) SELECT id, ? FROM tags WHERE name = ?').run(id, tag)
  return id
}

/** Whether one account follows another here. */
export const follows = (server: TestServer, accountId: number, targetId: number): boolean =>
  server.ctx.db.prepare('SELECT 1 FROM follows WHERE account_id = ? AND target_id = ?').get(accountId, targetId) !==
  undefined
