/** Letters that say which language it is, or nearly. Each is tried in turn. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/[\u067e\u0686\u0698\u06af\u06cc]/u, 'fa'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/[іїєґ]/iu, 'uk'],
  [/\p{Script=Cyrillic}/u, 'ru'],
]

/** The small words that nobody writes a sentence without. */
const SMALL: Readonly<Record<string, string>> = {
  en: 'the and is are of to in that it for you with this not have was be we they our will from',
  de: 'der die das und ist nicht ich ein eine zu den mit auf für es wir sie auch von dem im sind wird',
  fr: 'le la les et est des une pas je vous nous que qui dans pour sur avec ce sont mais plus il elle au',
  es: 'el los las y es que una no en por para con del se lo como más pero son está muy hay al su',
  pt: 'o os as e é que uma não em por para com do da se mais mas são está muito há ao no na',
  it: 'il gli le e è che una non di per con del si sono ma più come anche questo alla nel della ci lo',
  nl: 'de het een en is niet van dat ik op te voor met zijn we ook maar er aan bij naar wij dit',
  sv: 'och det att är som en på för inte jag med av vi har till den ett om men var så kan',
  da: 'og det at er som en på for ikke jeg med af vi har til den et om men var så kan de',
  nb: 'og det at er som en på for ikke jeg med av vi har til den et om men var så kan de seg',
  fi: 'ja on ei se että hän ole mutta kun niin me ovat myös joka tai oli mitä kuin nyt vain',
  pl: 'i w nie się na że to jest do z jak ale po co tak za od czy dla już są przez tylko',
  cs: 'a je se v na že to s z do o ale jak by pro tak jsem za po jsou nebo také není',
  tr: 've bir bu için ne de da ile çok ama gibi daha var değil olarak kadar ben biz sonra',
  ro: 'și în de la nu a cu că pe este o din mai sunt care pentru ce un dar au fi',
  hu: 'a az és nem hogy is egy meg van ez de ha már csak mint még el lesz volt kell',
  eo: 'la kaj estas en de mi ne ke por kun ni al ili tio sed pri li ankaŭ ĝi el',
  id: 'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ada kami bisa',
}

const sets = Object.entries(SMALL).map(([code, words]) => [code, new Set(words.split(' '))] as const)

/** Letters below which nothing is said. */
const LEAST = 20
/** How many small words there have to be, and how many more than of the next language. */
const FOUND = 3
const AHEAD = 2

/** Names, links and hashtags are of no language. */
const plain = (text: string) => text.replace(/https?:\/\/\S+|[@#:]\S+/g, ' ').toLowerCase()

/**
 * Which language a text is in, as far as small words and letters tell: an ISO 639 code, or nothing where that is not
 * clear. Asked of what is written on this device, and told to nobody.
 */
export function guessLanguage(text: string): string | undefined {
  const words = plain(text).match(/\p{L}+/gu) ?? []
  const letters = words.join('')
  const other = letters.replace(/\p{Script=Latin}/gu, '')
  const script = other.length * 2 > letters.length ? SCRIPTS.find(([letter]) => letter.test(other)) : undefined
  if (script) return letters.length < LEAST / 4 ? undefined : script[1]
  if (letters.length < LEAST) return undefined
  const counted = sets
    .map(([code, small]) => ({ code, found: words.filter((word) => small.has(word)).length }))
    .sort((a, b) => b.found - a.found)
  const [first, second] = counted
  if (!first || first.found < FOUND) return undefined
  return first.found - (second?.found ?? 0) >= AHEAD ? first.code : undefined
}
