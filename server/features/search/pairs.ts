/** Words that stand in nearly every post, in the languages that most is written in here, without accents. */
const common = new Set(
  `a about all an and any are as at be been but by can do for from had has have he her his how i if in into is it its
  me my no not of on or our out she so than that the their them then there they this to up was we were what when which
  who will with would you your
  aber als am an auch auf aus bei bin bis das dass dem den der des die doch du ein eine einem einen einer er es fur hat
  ich ihr im in ist ja kein man mit nach nicht noch nur oder sich sie sind so uber um und uns vom von vor war was wenn
  wer wie wir wird zu zum zur
  au aux avec ce ces cette comme dans de des du elle en est et il ils je la le les leur mais ne nous on ou par pas plus
  pour que qui sa se ses son sur un une vous y
  al como con del el ella en entre es esta este ha la las lo los mas muy no nos o para pero por porque que se si sin son
  su sus un una y ya yo`.split(/\s+/),
)

/** A text in small letters without accents. */
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** How much of a word beside a common one its mark tells: what stands there whatever the word's ending. */
const BEGINNING = 3

/**
 * Marks for the pairs of words that stand beside each other in a text, of which one or both are common: of another word,
 * its beginning. Who looks for such words in this order would else have the index compare their places in nearly every
 * post.
 */
export function pairsIn(text: string): string[] {
  const found = new Set<string>()
  let before: string | undefined
  for (const [word] of bare(text).matchAll(/[\p{L}\p{N}\p{Co}]+/gu)) {
    if (before !== undefined && (common.has(before) || common.has(word))) found.add(`w${told(before)}0${told(word)}0`)
    before = word
  }
  return [...found]
}

/**
 * What of a phrase is asked beside the marks of its pairs: what stands between its common words. The index need not
 * look at the places of these then, which is the same but where words that begin alike stand in one post.
 */
export function betweenCommon(phrase: string): string[] {
  const runs: string[][] = [[]]
  for (const [word] of phrase.matchAll(/[\p{L}\p{N}\p{M}\p{Co}]+/gu))
    if (common.has(bare(word))) runs.push([])
    else runs.at(-1)?.push(word)
  return runs.filter((run) => run.length > 0).map((run) => run.join(' '))
}

const told = (word: string) => (common.has(word) ? word : [...word].slice(0, BEGINNING).join(''))
