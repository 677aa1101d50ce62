/**
 * A no as a whole message, in the languages that people can ask for a mediator in. What says yes somewhere else (the
 * Albanian and the Swedish `jo`) is no answer: a no is final.
 */
const NO = `
no; nope; no thanks; no thank you; no gracias; no gracies; no grazie; nao; nao obrigado; nao obrigada; non; non merci;
non grazie; nein; nein danke; nee; nee bedankt; nee dank je; nej; nej tack; nej tak; nei; nei takk; ei; ei kiitos; nem;
nem koszonom; nie; nie dziekuje; ne; ne hvala; ne dekuji; nu; nu multumesc; ez; hayır; hayir; hayır tesekkurler; hapana;
tidak; tak mau; hindi; khong; nil; ni hea; na;
нет; нет спасибо; не; не хочу; ні; ні дякую; не благодаря; не хвала; οχι; οχι ευχαριστω;
لا; لا شكرا; كلا; نه; نه ممنون; خیر; نہیں; נו; לא; לא תודה; ניין;
नहीं; नहीं धन्यवाद; না; না ধন্যবাদ; இல்லை; வேண்டாம்; ไม่; ไม่เอา;
不; 不要; 不用; 不用了; 不行; 不同意; 不愿意; 不願意; 否; 拒绝; 拒絕; いいえ; いや; いやです; 結構です; ノー; お断りします;
아니; 아니요; 아니오; 아뇨; 싫어; 싫어요; 싫습니다
`

/** That nobody's request is to come any more. */
const STOP = `
stop; stopp; unsubscribe; basta; alto; parar; pare; detente; deja de escribirme; arretez; arrete; aufhoren; halt;
schluss; houd op; ferma; prekini; prestan; przestan; dosc; elég; eleg; lopeta; sluta; dur; durdur; acha; berhenti; dung lai;
стоп; хватит; прекратите; отписаться; досить; припиніть; спри; спрете; στοπ; σταματα; σταματηστε;
توقف; قف; بس; ایست; بس کن; روکو; עצור; עצרי; די; הפסק; הפסיקו; סטאפ;
रुको; रुकिए; बंद करो; থামো; থামুন; நிறுத்து; หยุด;
停; 停止; 退订; 退訂; 住手; 停止してください; やめて; やめてください; 中止; ストップ; 중지; 정지; 그만; 그만하세요; 멈춰; 스톱
`

/** A text as it is compared: without accents and vowel points, capitals, punctuation, and the addresses it was said to. */
const plainWords = (text: string): string =>
  text
    .replaceAll(/@\S+/g, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

const listed = (words: string): ReadonlySet<string> => new Set(words.split(';').map(plainWords))
const noes = listed(NO)
const stops = listed(STOP)

/** Whether a whole message says no, or that nothing is to come any more; a question says neither. */
export function refusalIn(text: string): 'no' | 'stop' | undefined {
  if (/[?؟？;]\s*$/u.test(text)) return undefined
  const said = plainWords(text)
  if (stops.has(said)) return 'stop'
  return noes.has(said) ? 'no' : undefined
}
