import type { Account } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { noRelations, readRelations } from '../../policies/relations.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { ourHost, presentAccounts } from '../accounts/present.ts'
import { matchPeople } from './match.ts'
import { lastNamed, peopleBeginning, peopleMatching } from './queries.ts'
import { hasWord } from './words.ts'

/** What a search for people wants; with `following`, only those whom one follows. */
export type Search = { q: string; limit: number; offset: number; following: boolean }

/** So many are looked at, so that those whom one knows come first even of a short list. */
const CANDIDATES = 200
/** Whom one named in so many of one's last posts is somebody one talks with. */
const LAST_POSTS = 100
const PAST = '\u{10ffff}'

/** What was typed as a name of this server, or undefined where it names another one. */
function typedName(ctx: Context, q: string): string | undefined {
  const [name = '', domain = '', ...more] = q.trim().replace(/^@/, '').toLowerCase().split('@')
  return more.length > 0 || !ourHost(ctx).startsWith(domain) ? undefined : name
}

/**
 * People of whose names each word that was typed begins a part, or who say so about themselves and want to be found.
 * That very name comes first, then those whom one follows and those with whom one talks. Visitors find only people who
 * want to be found.
 */
export function findPeople(ctx: Context, viewer: Viewer | undefined, form: Search): Account[] {
  const me = memberId(viewer)
  const name = typedName(ctx, form.q)
  if (name === undefined || !hasWord(name)) return []
  const ids = candidates(ctx, name, me === undefined ? 1 : 0, form.offset + form.limit)
  const relations = me === undefined ? noRelations : readRelations(ctx.db, me, ids, ctx.now())
  const talking = new Set(me === undefined ? [] : lastNamed(ctx.db, { me, most: LAST_POSTS }).map(({ id }) => id))
  const rank = ({ id, username }: Account) => {
    if (username.toLowerCase() === name) return 0
    const nearness = relations.following.has(Number(id)) ? 1 : talking.has(Number(id)) ? 2 : 3
    return nearness * 2 + (username.toLowerCase().startsWith(name) ? 0 : 1)
  }
  return [...presentAccounts(ctx, ids).values()]
    .filter(
      ({ id }) => !relations.blockedBy.has(Number(id)) && (!form.following || relations.following.has(Number(id))),
    )
    .sort((a, b) => rank(a) - rank(b) || (a.acct < b.acct ? -1 : 1))
    .slice(form.offset, form.offset + form.limit)
}

function candidates(ctx: Context, name: string, discoverable: 0 | 1, end: number): number[] {
  const most = Math.max(end, CANDIDATES)
  const words = name.split(/\s+/).filter(hasWord)
  const found = [
    ...peopleBeginning(ctx.db, { start: name, end: name + PAST, discoverable, most }),
    ...peopleMatching(ctx.db, { match: matchPeople('names', words), discoverable, most }),
    ...peopleMatching(ctx.db, { match: matchPeople('about', words), discoverable: 1, most }),
  ]
  return [...new Set(found.map(({ id }) => id))]
}
