import { describe, expect, it } from 'vitest'
import { type ContentElement, type ContentNode, readContent } from '../../client/features/statuses/content.ts'

const ORIGIN = 'https://left.example'
const nobody = { mentions: [], tags: [] }
const named = {
  mentions: [
    { url: 'https://left.example/@tansy', acct: 'tansy' },
    { url: 'https://kite.example/@kestrel', acct: 'kestrel@kite.example' },
  ],
  tags: [{ name: 'tenants', url: 'https://kite.example/tags/tenants' }],
}

const read = (html: string, who: Parameters<typeof readContent>[1] = nobody) => readContent(html, who, ORIGIN)

/** All elements of a text, outer ones first. */
function elements(nodes: readonly ContentNode[]): ContentElement[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elements(node.children)]))
}

/** All words of a text. */
function words(nodes: readonly ContentNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : words(node.children))).join('')
}

const links = (html: string, who?: Parameters<typeof readContent>[1]) =>
  elements(read(html, who)).filter((element) => element.tag === 'a')

describe('What a post may be made of', () => {
  it('keeps paragraphs, breaks and emphasis', () => {
    const nodes = read('<p>One<br>two</p><p><em>three</em></p>')
    expect(elements(nodes).map(({ tag }) => tag)).toEqual(['p', 'br', 'p', 'em'])
    expect(words(nodes)).toBe('Onetwothree')
  })

  it('leaves nothing but words of elements it does not know', () => {
    const nodes = read('<section><h1>Title</h1><table><tr><td>cell</td></tr></table></section>')
    expect(elements(nodes)).toEqual([])
    expect(words(nodes)).toContain('Title')
    expect(words(nodes)).toContain('cell')
  })

  it.each([
    '<script>alert(1)</script>',
    '<style>body{display:none}</style>',
    '<iframe srcdoc="<script>alert(1)</script>">x</iframe>',
    '<template><p>hidden</p></template>',
    '<object data="javascript:alert(1)">x</object>',
    '<noscript><p>x</p></noscript>',
  ])('drops %s with all that is in it', (html) => {
    expect(read(`before${html}`)).toEqual(['before'])
  })

  it.each([
    '<img src=x onerror=alert(1)>',
    '<input autofocus onfocus=alert(1)>',
    '<video src=x onerror=alert(1)></video>',
    '<form action="https://evil.example"></form>',
    '<base href="https://evil.example">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  ])('drops %s', (html) => {
    expect(read(`${html}after`)).toEqual(['after'])
  })

  it('carries over no attribute of its own accord', () => {
    const [paragraph] = elements(read('<p onclick="alert(1)" style="position:fixed" id="app" class="dialog">x</p>'))
    expect(paragraph).toEqual({ tag: 'p', children: ['x'] })
  })

  it('flattens what is nested deeper than anybody writes', () => {
    const nodes = read(`${'<b>'.repeat(2000)}deep${'</b>'.repeat(2000)}`)
    expect(elements(nodes).length).toBeLessThanOrEqual(10)
    expect(words(nodes)).toBe('deep')
  })

  it('knows the parts of an address that are for machines', () => {
    const html =
      '<a href="https://a.example/long"><span class="invisible">https://</span><span class="ellipsis">a.example</span><span class="invisible">/long</span></a>'
    expect(elements(read(html)).map(({ tag, part }) => part ?? tag)).toEqual([
      'a',
      'invisible',
      'ellipsis',
      'invisible',
    ])
    expect(words(read(html))).toBe('https://a.example/long')
  })

  it('keeps names from being translated', () => {
    expect(elements(read('<span class="h-card" translate="no">@x</span>'))[0]?.untranslated).toBe(true)
    expect(elements(read('<span translate="yes">x</span>'))[0]?.untranslated).toBeUndefined()
  })
})

describe('Where a link in a post leads', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://left.example/1',
    'mailto:a@b.example',
    'https://',
  ])('not to %j: only its words stay', (href) => {
    const anchor = document.createElement('a')
    anchor.setAttribute('href', href)
    anchor.textContent = 'words'
    expect(read(anchor.outerHTML)).toEqual(['words'])
  })

  it('to the whole address elsewhere', () => {
    expect(links('<a href="https://a.example/x?y=z#w">a</a>')[0]?.href).toBe('https://a.example/x?y=z#w')
    expect(links('<a href="gemini://a.example/">a</a>')[0]?.href).toBe('gemini://a.example/')
  })

  it('to the page here of people and hashtags of this community', () => {
    const html = `<a href="https://left.example/@tansy" class="u-url mention">@tansy</a>
      <a href="https://left.example/tags/rent" class="mention hashtag">#rent</a>
      <a href="https://left.example/@tansy/123">a post</a>`
    expect(links(html, named).map(({ href, kind }) => [href, kind])).toEqual([
      ['/@tansy', 'mention'],
      ['/tags/rent', 'hashtag'],
      ['/@tansy/123', undefined],
    ])
  })

  it('to the page here of a hashtag that was written elsewhere', () => {
    expect(links('<a href="https://kite.example/tags/tenants">#tenants</a>', named)[0]?.href).toBe('/tags/tenants')
  })

  it('to the page there of people from elsewhere', () => {
    expect(links('<a href="https://kite.example/@kestrel">@kestrel</a>', named)[0]?.href).toBe(
      'https://kite.example/@kestrel',
    )
  })

  it('out of the app to every other address of this server', () => {
    const html = '<a href="https://left.example/api/v1/instance">a</a><a href="/oauth/authorize">b</a>'
    expect(links(html).map(({ href }) => href)).toEqual([
      'https://left.example/api/v1/instance',
      'https://left.example/oauth/authorize',
    ])
  })
})
