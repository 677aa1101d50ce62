import type { TestServer } from './server.ts'

/** An address whose posts are listed, as moderators said that it is shown: the card's id is 7. */
export const PAGE = 'https://page.example/'

/** Makes {@link PAGE} one that many link to. */
export function showPage({ ctx: { db } }: TestServer): void {
  db.exec(`INSERT INTO cards (id, url, title, fetched_at) VALUES (7, '${PAGE}', 'A page', 1) ON CONFLICT DO NOTHING`)
  db.exec(`INSERT INTO trends (kind, ref, score, days) VALUES ('link', 7, 9, '[]') ON CONFLICT DO NOTHING`)
  db.exec(
    `INSERT INTO trend_reviews (kind, name, allowed, reviewed_at) VALUES ('link', '${PAGE}', 1, 1) ON CONFLICT DO NOTHING`,
  )
}

/** Makes {@link PAGE}, a post and its hashtag what many use, for those who say what is shown. */
export function showInUse(server: TestServer, { id }: { id: string }): void {
  showPage(server)
  const { db } = server.ctx
  db.prepare('INSERT INTO status_cards (status_id, card_id) VALUES (?, 7) ON CONFLICT DO NOTHING').run(id)
  db.prepare(`INSERT INTO trends (kind, ref, score, days) VALUES ('status', ?, 9, '[]')`).run(id)
  db.exec(`INSERT INTO trends (kind, ref, score, days) SELECT 'tag', id, 9, '[]' FROM tags`)
}
