import type { CommonLanguage } from '../../../../shared/text/languages.ts'

/** How a language says no, and that nothing is to come any more: whole messages, between semicolons. */
export interface RefusalWords {
  no: string
  stop: string
  /** What says something else in another language: an answer only where the message says that it is in this one. */
  onlyMarked?: { no?: string; stop?: string }
}

/**
 * A no and a stop in every language that people can ask for a mediator in. A no is final, so what says yes somewhere
 * else (the Albanian `jo`, the Malay `tak`) counts only in a message that says its language.
 */
export const REFUSALS: Record<CommonLanguage, RefusalWords> = {
  ar: { no: 'لا; لا شكرا; لا أريد; كلا', stop: 'توقف; توقفوا; توقفي; قف; كفى; بس' },
  bn: { no: 'না; না ধন্যবাদ', stop: 'থামো; থামুন; বন্ধ করো; বন্ধ করুন' },
  ca: { no: 'no; no gracies; no vull', stop: 'prou; atura; atureu; atura t; para; pareu' },
  cs: { no: 'ne; ne dekuji; nechci', stop: 'prestan; prestante; dost; prestante mi psat' },
  da: { no: 'nej; nej tak', stop: 'stop; hold op' },
  de: { no: 'nein; nein danke; nee', stop: 'stopp; halt; schluss; aufhoren; hor auf; horen sie auf' },
  el: { no: 'οχι; οχι ευχαριστω; δεν θελω', stop: 'στοπ; σταματα; σταματηστε; αρκετα' },
  en: { no: 'no; nope; no thanks; no thank you', stop: 'stop; unsubscribe; stop it' },
  eo: { no: 'ne; ne dankon; mi ne volas', stop: 'cesu; haltu; suficas' },
  es: { no: 'no; no gracias; no quiero', stop: 'basta; alto; para; pare; paren; detente; deja de escribirme' },
  et: { no: 'ei; ei aitah; ei taha; ei soovi', stop: 'lopeta; lopetage; peatu; aitab' },
  eu: { no: 'ez; ez eskerrik asko; ez dut nahi', stop: 'gelditu; nahikoa; utzi; utzi bakean' },
  fa: { no: 'نه; نه ممنون; خیر; نمی خواهم; نمیخواهم', stop: 'ایست; بس کن; بس کنید; تمامش کن; متوقف شو' },
  fi: { no: 'ei; ei kiitos; en halua', stop: 'lopeta; lopettakaa; riittaa; seis' },
  fr: { no: 'non; non merci; je ne veux pas', stop: 'arretez; arrete; ca suffit; cessez' },
  ga: { no: 'nil; ni hea; ni theastaionn uaim', stop: 'stad; stadaigi; eirigh as' },
  gl: { no: 'non; non grazas; non quero', stop: 'para; parade; abonda; chega; detente' },
  he: { no: 'לא; לא תודה; לא רוצה', stop: 'עצור; עצרי; די; הפסק; הפסיקי; הפסיקו; תפסיקו; מספיק' },
  hi: {
    no: 'नहीं; नही; जी नहीं; नहीं धन्यवाद',
    stop: 'रुको; रुकिए; बंद करो; बंद कीजिए; बस करो',
    onlyMarked: { no: 'nahi; nahin; nahi dhanyavad', stop: 'bas; ruko' },
  },
  hr: { no: 'ne; ne hvala; ne zelim', stop: 'prestani; prestanite; prekini; prekinite; dosta; stani; stanite' },
  hu: { no: 'nem; nem koszonom; nem kerem', stop: 'eleg; allj; hagyd abba; hagyja abba' },
  id: { no: 'tidak; tidak terima kasih; tak mau; nggak; enggak; gak mau', stop: 'berhenti; hentikan; setop' },
  is: { no: 'nei; nei takk', stop: 'stopp; hættu; hættid; hættið; nog komid; nog komið' },
  it: { no: 'no; no grazie; non voglio', stop: 'basta; ferma; fermati; smettila; smettetela' },
  ja: {
    no: 'いいえ; いや; いやです; 結構です; ノー; お断りします; 拒否します',
    stop: 'やめて; やめてください; 止めて; 止めてください; 停止; 停止してください; 中止; 住手; ストップ',
  },
  ko: {
    no: '아니; 아니요; 아니오; 아뇨; 싫어; 싫어요; 싫습니다; 거절합니다',
    stop: '중지; 정지; 그만; 그만해; 그만하세요; 멈춰; 멈추세요; 스톱',
  },
  ku: { no: 'na; na spas; naxwazim; نا; نەخێر', stop: 'bes e; raweste; rawestin; rawestine; بەسە; بوەستە' },
  lt: { no: 'ne; ne aciu; nenoriu', stop: 'gana; sustok; sustokite; nustok; nustokite; liaukis; liaukites' },
  lv: { no: 'ne; ne paldies; negribu', stop: 'beidz; beidziet; pietiek; apstajies; apstajieties' },
  ms: {
    no: 'tidak; tidak terima kasih; tak nak; tak mahu',
    stop: 'berhenti; hentikan; cukup',
    onlyMarked: { no: 'tak' },
  },
  nl: { no: 'nee; nee bedankt; nee dank je; nee dank u; neen', stop: 'stop; houd op; hou op; ophouden' },
  no: { no: 'nei; nei takk', stop: 'stopp; slutt; hold opp' },
  pl: { no: 'nie; nie dziekuje; nie chce', stop: 'przestan; przestancie; dosc; prosze przestac' },
  pt: { no: 'nao; nao obrigado; nao obrigada; nao quero', stop: 'pare; parem; parar; chega; basta' },
  ro: { no: 'nu; nu multumesc; nu vreau', stop: 'opriti; opreste; opreste te; opriti va; inceteaza; ajunge' },
  ru: { no: 'нет; нет спасибо; не; не хочу', stop: 'стоп; хватит; прекратите; прекрати; отписаться; перестаньте' },
  sk: { no: 'nie; nie dakujem; nechcem', stop: 'prestan; prestante; dost; stacilo' },
  sl: { no: 'ne; ne hvala; nocem', stop: 'nehaj; nehajte; dovolj; prenehaj; prenehajte' },
  sq: {
    no: 'jo faleminderit; jo nuk dua; nuk dua',
    stop: 'ndal; ndalo; ndaloni; mjaft',
    onlyMarked: { no: 'jo' },
  },
  sr: {
    no: 'не; не хвала; не желим; ne; ne hvala; ne zelim',
    stop: 'престани; престаните; доста; стани; станите; prestani; prestanite',
  },
  sv: { no: 'nej; nej tack', stop: 'stopp; sluta; stanna; det racker' },
  sw: { no: 'hapana; hapana asante; sitaki', stop: 'simama; inatosha; acheni', onlyMarked: { stop: 'acha' } },
  ta: { no: 'இல்லை; வேண்டாம்', stop: 'நிறுத்து; நிறுத்துங்கள்; போதும்' },
  th: { no: 'ไม่; ไม่เอา; ไม่ครับ; ไม่ค่ะ; ไม่ต้องการ', stop: 'หยุด; หยุดเถอะ; พอแล้ว; เลิก' },
  tl: { no: 'hindi; hindi po; ayaw; ayaw ko; ayoko; huwag', stop: 'tigil; itigil; tumigil ka; hinto; tama na' },
  tr: {
    no: 'hayır; hayir; hayır tesekkurler; hayir tesekkurler; istemiyorum',
    stop: 'dur; durun; durdur; durdurun; yeter',
  },
  uk: { no: 'ні; ні дякую; не хочу', stop: 'досить; припиніть; припини; зупиніться; годі; відписатися' },
  ur: { no: 'نہیں; جی نہیں; نہیں شکریہ', stop: 'روکو; رکو; رک جائیں; بند کرو; بند کریں; بس کرو' },
  vi: { no: 'khong; khong cam on; toi khong muon', stop: 'dung lai; dừng; ngung; ngung lai; thoi di' },
  yi: { no: 'ניין; נײן; ניין א דאנק', stop: 'סטאפ; הער אויף; הערט אויף; גענוג' },
  zh: {
    no: '不; 不要; 不用; 不用了; 不行; 不同意; 不愿意; 不願意; 不想; 否; 拒绝; 拒絕',
    stop: '停; 停止; 住手; 退订; 退訂; 够了; 夠了; 别再发了; 別再發了',
  },
}

/** Of languages that the lists do not offer, what came up. */
export const OTHER_REFUSALS: RefusalWords = { no: 'не благодаря; נו', stop: 'спри; спрете' }
