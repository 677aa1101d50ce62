import { describe, expect, test } from 'vitest'
import { refusalIn } from '../../server/features/mediation/guests/answers.ts'

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
})
