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
