import { describe, expect, test } from 'vitest'
import { findEntities, normalizeTag } from '../../shared/text/entities.ts'
import { formatText } from '../../shared/text/format.ts'

const links = {
  mention: (name: string) => (name === 'fern' ? { url: 'https://here.example/@fern', name: 'fern' } : undefined),
  tag: (name: string) => `https://here.example/tags/${name}`,
}

describe('plain text becomes HTML', () => {
  test('in paragraphs and lines', () => {
    expect(formatText('one\n\ntwo\nthree')).toBe('<p>one</p><p>two<br />three</p>')
    expect(formatText('  \n ')).toBe('')
  })

  test('and nothing of it is read as markup', () => {
    expect(formatText('<img src=x onerror=alert(1)> & "so"')).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;so&quot;</p>',
    )
    expect(formatText('https://a.example/?q="><script>')).not.toContain('<script')
  })

  test('with people who exist as links, and others as text', () => {
    expect(formatText('@fern @nobody', links)).toBe(
      '<p><span class="h-card" translate="no"><a href="https://here.example/@fern" class="u-url mention">@<span>fern</span></a></span> @nobody</p>',
    )
  })

  test('with hashtags found by their plain form and shown as written', () => {
    expect(formatText('#Ñandú', links)).toContain('href="https://here.example/tags/nandu"')
    expect(formatText('#Ñandú', links)).toContain('#<span>Ñandú</span>')
  })

  test('with long addresses cut for the eye only', () => {
    const address = 'https://www.example.org/a/very/long/path/that/goes/on'
    const html = formatText(address)
    expect(html).toContain(`href="${address}"`)
    expect(html).toContain(
      '<span class="invisible">https://www.</span><span class="ellipsis">example.org/a/very/long/path/t</span>',
    )
  })
})

describe('what is recognised', () => {
  const found = (text: string) => findEntities(text).map((entity) => text.slice(entity.start, entity.end))

  test.each([
    ['read https://a.example/b.', ['https://a.example/b']],
    ['(https://a.example/b_(c))', ['https://a.example/b_(c)']],
    ['mail me@home.example', []],
    ['@one,@two', ['@one', '@two']],
    ['@one@left.example.', ['@one@left.example']],
    ['#1312 #acab1312 a#b &#39; #', ['#acab1312']],
    ['#solidarité, #tag_with·dot', ['#solidarité', '#tag_with·dot']],
    ['https://a.example/@one#two', ['https://a.example/@one#two']],
    ['javascript:alert(1) ftp://x.example', []],
  ])('%j', (text, expected) => expect(found(text)).toEqual(expected))

  test('a hostile text takes no time', () => {
    const started = performance.now()
    for (const text of [
      `https://a.example/${')'.repeat(20_000)}`,
      `@${'a-'.repeat(10_000)}`,
      `@a@${'a-'.repeat(10_000)}`,
      '#'.repeat(20_000),
      '@a@b.'.repeat(4000),
    ])
      findEntities(text)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

test('spellings of one hashtag share a name', () => {
  expect(normalizeTag('Équipe')).toBe('equipe')
  expect(normalizeTag('ＡＢＣ')).toBe('abc')
  expect(normalizeTag('が')).toBe('が')
})
