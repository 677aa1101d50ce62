import type { Account } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { ownEmojis } from './emojis.ts'
import type { Token } from './token.ts'

/** One thing to take: `text` is what is written for it. */
export interface Offer {
  text: string
  name: string
  hint: string
  picture: { src: string; handle: string } | undefined
}

const MOST = 6
/** Answers that are kept: what was typed is often typed again, or taken back by a letter. */
const KEPT = 50
const known = new Map<string, Offer[]>()

/** What goes on a token, best first; known answers come at once. */
export async function offersFor({ sign, word }: Token, signal: AbortSignal): Promise<Offer[]> {
  const key = `${sign}${word.toLowerCase()}`
  const found = known.get(key)
  if (found) return found
  const offers = await asking[sign](word, signal)
  if (known.size >= KEPT) known.clear()
  known.set(key, offers)
  return offers
}

const asking: Record<Token['sign'], (word: string, signal: AbortSignal) => Promise<Offer[]>> = {
  async '@'(word, signal) {
    const path = `/api/v1/accounts/search?limit=${MOST}&q=${encodeURIComponent(`@${word}`)}`
    const people = await read<Account[]>(path, { signal })
    return people.map((person) => ({
      text: `@${person.acct}`,
      name: person.display_name || person.username,
      hint: `@${person.acct}`,
      picture: { src: /\/avatar-missing\.png$/.test(person.avatar) ? '' : person.avatar, handle: person.acct },
    }))
  },
  async '#'(word, signal) {
    const path = `/api/v2/search?type=hashtags&limit=${MOST}&q=${encodeURIComponent(word)}`
    const { hashtags } = await read<{ hashtags: { name: string }[] }>(path, { signal })
    return hashtags.map(({ name }) => ({ text: `#${name}`, name: `#${name}`, hint: '', picture: undefined }))
  },
  async ':'(word) {
    const wanted = word.toLowerCase()
    const all = (await ownEmojis()).filter(({ visible_in_picker: shown, shortcode }) => shown && has(shortcode, wanted))
    return all.slice(0, MOST).map(({ shortcode, static_url: src }) => ({
      text: `:${shortcode}:`,
      name: `:${shortcode}:`,
      hint: '',
      picture: { src, handle: shortcode },
    }))
  },
}

const has = (shortcode: string, wanted: string) => shortcode.toLowerCase().includes(wanted)
