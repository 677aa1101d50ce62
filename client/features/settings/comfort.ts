import type { Comfort } from '../../../shared/comfort.ts'

const PLACE = 'comfort'
/** As long as browsers keep a cookie. */
const LASTS = 400 * 24 * 3600

/** What is chosen in this browser, if anything. */
export const chosenComfort = (which: Comfort): string => document.documentElement.dataset[which] ?? ''

/** Chooses for this browser; an empty value leaves it to the system. */
export function chooseComfort(which: Comfort, value: string): void {
  const root = document.documentElement.dataset
  root[which] = value
  const { text = '', contrast = '', motion = '', colours = '' } = root
  localStorage.setItem(PLACE, JSON.stringify({ text, contrast, motion, colours }))
  tellServer([text, contrast, motion, colours].filter(Boolean))
}

/** Pages that the server writes stand as chosen from the first moment: its `http/look.ts` reads these words. */
function tellServer(words: readonly string[]): void {
  const [name, secure] = location.protocol === 'https:' ? ['__Host-look', '; Secure'] : ['look', '']
  // the synchronous way, so that the very next page knows it
  // biome-ignore lint/suspicious/noDocumentCookie: Firefox and Safari have the other way too late for our floor
  document.cookie = `${name}=${words.join('.')}; Path=/; SameSite=Lax; Max-Age=${words.length > 0 ? LASTS : 0}${secure}`
}
