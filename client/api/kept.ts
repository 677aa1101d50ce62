import { chest } from '../lib/chest.ts'
import { type Lying, postsIn } from './posts-in.ts'

const { ask } = chest('reading', 'answers', 'path')

/** How long an answer is kept for reading without a network, in milliseconds: five days. */
const KEPT_FOR = 5 * 24 * 60 * 60 * 1000

/** How many answers are kept; the oldest go first. A page of home is about 60 kB. */
const MOST = 150

/** Where this device remembers that nothing is to be kept. */
const PLACE = 'keep-nothing'

/** An answer as it is kept. */
export interface KeptRow {
  path: string
  body: string
  link: string
  at: number
  /** The posts in it, so that they are found when they are gone; what was kept before that goes with the first. */
  posts?: Lying[]
}

/** Whether what was read is kept on this device. */
export const keepsAnswers = (): boolean => localStorage.getItem(PLACE) === null

/** Keeps what is read on this device from now on, or forgets all of it and keeps nothing. */
export function keepAnswers(keep: boolean): void {
  if (keep) localStorage.removeItem(PLACE)
  else localStorage.setItem(PLACE, '1')
  if (!keep) forgetAnswers()
}

/** Keeps an answer for when there is no network. What cannot be kept is not: reading goes on without. */
export async function keepAnswer(path: string, response: Response): Promise<void> {
  if (!keepsAnswers()) return
  const body = await response.text()
  const link = response.headers.get('Link') ?? ''
  const row: KeptRow = { path, body, link, at: Date.now(), posts: postsIn(JSON.parse(body)) }
  await ask('readwrite', (answers) => answers.put(row))
  made += 1
  // now and then, so that no request waits for it
  if (made % 25 === 1) await dropOld(row.at)
}

let made = 0

/** The answer as it was last, where one is kept. */
export async function keptAnswer(path: string): Promise<Response | undefined> {
  const row = await ask<KeptRow | undefined>('readonly', (answers) => answers.get(path))
  if (!row || row.at < Date.now() - KEPT_FOR) return undefined
  return new Response(row.body, { headers: { 'Content-Type': 'application/json', Link: row.link } })
}

/** Forgets everything: whoever looks next may be somebody else. */
export async function forgetAnswers(): Promise<void> {
  await ask('readwrite', (answers) => answers.clear())
}

/** All that is kept. */
export const keptRows = async (): Promise<KeptRow[]> =>
  (await ask<KeptRow[]>('readonly', (answers) => answers.getAll())) ?? []

/** Forgets one answer. */
export async function forgetRow(path: string): Promise<void> {
  await ask('readwrite', (answers) => answers.delete(path))
}

async function dropOld(now: number): Promise<void> {
  const rows = await keptRows()
  const fresh = rows.toSorted((a, b) => b.at - a.at)
  const gone = fresh.filter((row, index) => index >= MOST || row.at < now - KEPT_FOR)
  await Promise.all(gone.map((row) => forgetRow(row.path)))
}
