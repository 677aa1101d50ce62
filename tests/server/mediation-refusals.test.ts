import { describe, expect, test } from 'vitest'
import { refusalIn } from '../../server/features/mediation/guests/answers.ts'
import { REFUSALS } from '../../server/features/mediation/guests/refusal-words.ts'
import { COMMON_LANGUAGES } from '../../shared/text/languages.ts'

/** How the same languages say yes: a no is final, so none of these may be taken for one. */
const YES = `
نعم; أجل; হ্যাঁ; si; sí; ano; jo; ja; jo da; ναι; nai; yes; yeah; ok; okay; jes; jah; bai; nahi dut; nahi; بله; آری; kyllä; joo;
oui; d’accord; tá; כן; हाँ; haan; acha; accha; da; igen; ya; iya; já; はい; ええ; うん; 네; 예; ne ok; erê; belê; taip; jā; ja graag;
tak; no dobrze; sim; да; áno; po; да хајде; haya; ndiyo; ஆம்; ใช่; ค่ะ; ครับ; oo; opo; evet; так; ہاں; جی; vâng; có; dạ; יאָ; 是; 好; 好的; 要
`.split(';')

describe('a message to the address that invited one', () => {
  test.each([
    ['NO', 'No.', 'no thank you!', '@mediation@our.example no', 'Nein, danke', 'não', 'Nu', 'Hayır', 'HAYIR', 'Όχι'],
    ['нет', 'Ні', 'لا', 'نه', 'نہیں', 'לא', 'नहीं', 'না', '不', '不要。', 'いいえ', '아니요', 'ไม่', 'Không'],
  ])('is a no in one’s own language: %s …', (...words) => {
    for (const word of words) expect([word, refusalIn(word)]).toEqual([word, 'no'])
  })

  test.each([
    ['STOP', 'Stopp!', '¡Basta!', 'Arrêtez', 'Aufhören', 'Σταματήστε', 'стоп', 'Досить', 'dur', 'توقف', 'بس', 'עצור'],
    ['停止', 'やめてください', '그만', 'रुको', '@mediation@our.example stop'],
  ])('is a stop in one’s own language: %s …', (...words) => {
    for (const word of words) expect([word, refusalIn(word)]).toEqual([word, 'stop'])
  })

  test.each([
    [
      'No idea what this is',
      'nobody',
      'Ne?',
      'Jo',
      'Ναι',
      'да',
      'هل',
      'נעם',
      '不错',
      'stop it, I love it',
      'ABC-123',
      '',
    ],
  ])('is none of it where it says more, or something else: %s …', (...words) => {
    for (const word of words) expect([word, refusalIn(word)]).toEqual([word, undefined])
  })

  test('is understood in every language that one can ask for a mediator in', () => {
    expect(Object.keys(REFUSALS).sort()).toEqual([...COMMON_LANGUAGES].sort())
    for (const language of COMMON_LANGUAGES) {
      const { no, stop, onlyMarked } = REFUSALS[language]
      const said = (words = '') =>
        words.split(';').map((word) => refusalIn(word.trim().toUpperCase(), `${language}-XX`))
      expect([language, new Set(said(no)), new Set(said(stop))]).toEqual([language, new Set(['no']), new Set(['stop'])])
      if (onlyMarked?.no) expect(new Set(said(onlyMarked.no))).toEqual(new Set(['no']))
      if (onlyMarked?.stop) expect(new Set(said(onlyMarked.stop))).toEqual(new Set(['stop']))
    }
  })

  test('is never a yes of another language', () => {
    for (const word of YES) expect([word, refusalIn(word)]).toEqual([word, undefined])
  })

  test('is a no by its language where the word says yes in another', () => {
    expect([refusalIn('Jo', 'sq'), refusalIn('Jo', 'sv'), refusalIn('Jo'), refusalIn('Tak', 'ms')]).toEqual([
      'no',
      undefined,
      undefined,
      'no',
    ])
  })
})
