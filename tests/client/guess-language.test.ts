import { describe, expect, test } from 'vitest'
import { guessLanguage } from '../../client/features/composer/guess-language.ts'

describe('What I write is told apart by its small words and letters', () => {
  test.each([
    ['en', 'We will meet in the garden at eight, and there is soup for all of you.'],
    ['de', 'Wir treffen uns um acht im Garten, und es gibt für alle eine Suppe, die wir mit euch kochen.'],
    ['fr', 'Nous nous retrouvons dans le jardin à huit heures, et il y a de la soupe pour les gens qui sont là.'],
    ['es', 'Nos vemos a las ocho en el jardín, y hay sopa para los que no han comido.'],
    ['it', 'Ci vediamo alle otto nel giardino, e c’è la zuppa per chi non è stanco di questo.'],
    ['nl', 'We zien elkaar om acht uur in de tuin en er is ook soep voor iedereen, maar niet te veel.'],
    ['pl', 'Spotykamy się o ósmej w ogrodzie i jest zupa dla tych, co nie jedli, ale tylko po pracy.'],
    ['ru', 'Мы встретимся в саду в восемь часов.'],
    ['uk', 'Ми зустрінемось у саду о восьмій, їжа є.'],
    ['el', 'Θα τα πούμε στον κήπο στις οκτώ.'],
    ['ja', 'こんばんは、庭で会いましょう。'],
    ['ar', 'سنلتقي في الحديقة في الثامنة'],
  ])('%s', (code, text) => expect(guessLanguage(text)).toBe(code))

  test('and where it is not clear, nothing is said', () => {
    for (const text of [
      '',
      'ok',
      'Soup!',
      'https://example.org/the/and/of/to/in #der #die @das',
      'xyzzy plugh qwerty asdf',
    ])
      expect(guessLanguage(text)).toBeUndefined()
  })
})
