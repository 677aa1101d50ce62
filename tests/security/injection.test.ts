import { Window } from 'happy-dom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { html } from '../../server/http/html.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
let owner: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
  owner = await server.signUp('olga', { roles: ['owner'] })
})
afterAll(() => server.stop())

const payloads = [
  '<script>xss()</script>',
  '"><img src=x onerror=xss()>',
  "'><svg/onload=xss()>",
  '</title></textarea></style><script>xss()</script>',
  '<a href="javascript:xss()">press</a>',
  'javascript:xss() JaVaScRiPt://%0axss()',
  'https://a.example/"onmouseover="xss()',
  "https://a.example/'onmouseover='xss()",
  'https://a.example/<script>xss()</script>',
  '&lt;img src=x onerror=xss()&gt;',
  '&#60;img src=x onerror=xss()&#62;',
  '<!--><img src=x onerror=xss()>-->',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=xss()>',
  '@alice"><img src=x onerror=xss()> #tag"onclick="xss()',
  'data:text/html,<script>xss()</script>',
  '\u003cimg src=x onerror=xss()\u003e \u2028xss()\u2029',
  '\u0024{xss()} {{xss()}} <%= xss() %>',
]
const all = payloads.join('\n\n')

/** Reads HTML as a browser does and gives what it holds that could run, load or lead to something. */
function dangers(html: string, allowed: readonly string[]): string[] {
  const window = new Window({
    settings: { disableJavaScriptEvaluation: true, disableJavaScriptFileLoading: true, disableCSSFileLoading: true },
  })
  window.document.body.innerHTML = html
  const found: string[] = []
  for (const element of window.document.body.querySelectorAll('*')) {
    const name = element.tagName.toLowerCase()
    if (!allowed.includes(name)) found.push(name)
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^style$|^srcdoc$/i.test(attribute)) found.push(`${name} ${attribute}`)
      if (
        ['href', 'src', 'action', 'formaction'].includes(attribute) &&
        !/^(https?:\/\/|\/|mailto:|#)/i.test(value ?? '')
      )
        found.push(`${name} ${attribute}=${value}`)
    }
  }
  return found
}

const textOf = (html: string) => {
  const window = new Window()
  window.document.body.innerHTML = html.replaceAll('<br />', '\n').replaceAll('</p><p>', '\n\n')
  return window.document.body.textContent
}

const inText = ['p', 'br', 'a', 'span']

describe('what somebody writes is never read as markup', () => {
  test.each(payloads)('in a post: %s', async (payload) => {
    const { body } = await alice.api.post('/api/v1/statuses', { status: payload })
    expect(dangers(body.content, inText)).toEqual([])
    expect(textOf(body.content)).toBe(payload.trim())
  })

  test('in a warning, which stays plain text', async () => {
    const warning = payloads.slice(0, 6).join(' ')
    const { body } = await alice.api.post('/api/v1/statuses', { status: 'x', spoiler_text: warning })
    expect(body.spoiler_text).toBe(warning)
  })

  test('in a profile', async () => {
    const name = '<img src=x onerror=xss()>'
    const { body } = await alice.api.patch('/api/v1/accounts/update_credentials', {
      display_name: name,
      note: all.slice(0, 480),
    })
    expect(body.display_name).toBe(name)
    expect(dangers(body.note, inText)).toEqual([])
    expect(body.source.note).toBe(all.slice(0, 480).trim())
  })

  test('in the community’s own texts', async () => {
    const { body: old } = await owner.browser.get('/api/community/v1/admin/settings')
    const { status } = await owner.browser.patch('/api/community/v1/admin/settings', {
      name: '</title><script>xss()</script>',
      statement: payloads[1],
      purpose: all,
      who_runs: all,
      question: payloads[1],
      hosting: { text: all, published: true, reviewed_on: '2026-01-01' },
      notices: [{ title: payloads[1], text: all, domains: null, shown: true }],
    })
    expect(status).toBe(200)
    server.ctx.db.prepare('UPDATE rule_texts SET text = ?, hint = ?').run(all, all)
    const { body } = await server.visitor.get('/api/community/v1/about')
    expect(body.notices).toHaveLength(1)
    for (const notice of body.notices) expect(dangers(notice.text_html, inText)).toEqual([])
    expect(old.name).not.toBe(body.name)
  })
})

describe('on the pages that the server makes', () => {
  const structure = [
    'html',
    'head',
    'body',
    'div',
    'header',
    'main',
    'footer',
    'nav',
    'section',
    'article',
    'aside',
    'h1',
    'h2',
    'h3',
    'h4',
    'p',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'strong',
    'b',
    'em',
    'bdi',
    'time',
    'details',
    'summary',
    'blockquote',
    'hr',
    'small',
    'img',
    ...inText,
  ]

  test.each(['/about', '/', '/@alice'])('%s shows it as text', async (path) => {
    const { text, status } = await server.visitor.get(path, { accept: 'text/html' })
    expect(status).toBe(200)
    expect(text).toContain('xss()')
    const body = text.slice(text.indexOf('<body>') + 6, text.lastIndexOf('</body>'))
    expect(dangers(body, structure)).toEqual([])
    expect(body).not.toMatch(/<img[^>]*src=x/)
    const head = text.slice(0, text.indexOf('<body>'))
    expect(head.match(/<script/g) ?? []).toHaveLength(
      head.match(/<script type="module" src="\/assets\/[\w.-]+"><\/script>/g)?.length ?? 0,
    )
    expect(head).not.toContain('<img')
  })

  test('a post’s own page', async () => {
    const { body } = await alice.api.post('/api/v1/statuses', {
      status: payloads.slice(0, 3).join('\n'),
      spoiler_text: payloads[1],
    })
    const { text, status } = await server.visitor.get(`/@alice/${body.id}`, { accept: 'text/html' })
    expect(status).toBe(200)
    expect(text).toContain('xss()')
    expect(dangers(text.slice(text.indexOf('<body>') + 6, text.lastIndexOf('</body>')), structure)).toEqual([])
    expect(text).not.toMatch(/<script>|<img[^>]*src=x|<svg/)
  })

  test('an address that is not there', async () => {
    const { text } = await server.visitor.get('/%3Cimg%20src=x%20onerror=xss()%3E?q=<script>xss()</script>', {
      accept: 'text/html',
    })
    expect(text).not.toContain('xss()')
  })
})

test('what only looks like HTML of ours is text', () => {
  const forged = JSON.parse('{"html":"<script>xss()</script>"}')
  expect(html`<p>${forged}</p>`.html).toBe('<p>[object Object]</p>')
  expect(html`<p>${[forged, '<b>']}</p>`.html).toBe('<p>[object Object]&lt;b&gt;</p>')
})

describe('header injection', () => {
  test.each(['%0d%0aX-Evil:%201', '%0aSet-Cookie:%20a=b', '\u560d\u560aX-Evil: 1'])(
    '%j in an address gets no header set',
    async (payload) => {
      for (const path of [
        `/api/v1/timelines/public?max_id=${payload}`,
        `/api/v1/timelines/tag/${payload}`,
        `/oauth/authorize?state=${payload}`,
        `/${payload}`,
        `/@${payload}`,
      ]) {
        const { headers } = await server.visitor.get(path)
        expect([headers.get('x-evil'), headers.get('set-cookie')]).toEqual([null, null])
      }
    },
  )

  test('a Host that is not ours does not get into links', async () => {
    const { request } = await import('node:http')
    for (let count = 0; count < 3; count++) await alice.api.post('/api/v1/statuses', { status: `Number ${count}` })
    const link = await new Promise<string>((resolve) => {
      const { hostname, port } = new URL(server.url)
      const headers = {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        authorization: `Bearer ${alice.token}`,
      }
      request({ hostname, port, path: '/api/v1/timelines/home?limit=1', headers }, (response) => {
        response.resume()
        resolve(String(response.headers.link))
      }).end()
    })
    expect(link).toContain(`<${server.url}/api/v1/timelines/home?`)
    expect(link).not.toContain('evil')
  })
})
