import { render } from '@solidjs/testing-library'
import { describe, expect, it } from 'vitest'
import { Words } from '../../client/features/statuses/words.tsx'

const shown = (html: string, lang?: string) => render(() => <Words html={html} lang={lang} />).container

describe('What somebody wrote, in the page', () => {
  it('is made of nodes without any handler or address that runs', () => {
    const page = shown(
      '<p onmouseover="alert(1)">Look <img src=x onerror="alert(1)"><a href="javascript:alert(1)">here</a><svg onload="alert(1)"></svg></p>',
    )
    expect(page.querySelectorAll('img, svg, script, a')).toHaveLength(0)
    expect(page.innerHTML).not.toMatch(/on\w+=|javascript:/)
    expect(page.textContent).toBe('Look here')
  })

  it('shows markup that was written as text as text', () => {
    expect(shown('<p>&lt;b&gt;bold&lt;/b&gt;</p>').querySelector('p')?.textContent).toBe('<b>bold</b>')
  })

  it('keeps the direction of each paragraph, and says the language', () => {
    const page = shown('<p>سلام</p><p>peace</p>', 'ar')
    expect([...page.querySelectorAll('p')].map((one) => one.dir)).toEqual(['auto', 'auto'])
    expect(page.querySelector('[lang]')?.getAttribute('lang')).toBe('ar')
  })

  it('opens other sites in a page of their own that learns nothing of ours', () => {
    const link = shown('<a href="https://a.example/" rel="me opener">a</a>').querySelector('a')
    expect(link?.rel).toBe('nofollow noopener noreferrer')
    expect(link?.target).toBe('_blank')
  })
})
