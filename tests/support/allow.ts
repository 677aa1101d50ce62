import type { Person, TestServer } from './server.ts'

/** The path of an address, with what stands behind its question mark. */
export const pathOf = (address: string): string => new URL(address).pathname + new URL(address).search

/** Allows what a program asks for at a person's own server, as the consent page does; gives where it sends back to. */
export async function allow(home: Pick<TestServer, 'url'>, person: Person, address: string): Promise<string> {
  const asked = await person.browser.get(pathOf(address))
  const fields = Object.fromEntries(
    [...asked.text.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&amp;', '&'),
    ]),
  )
  const form = new URLSearchParams({
    ...Object.fromEntries(new URL(address).searchParams),
    ...fields,
    answer: 'allow',
  })
  const said = await person.browser.post('/oauth/authorize', form, {
    'content-type': 'application/x-www-form-urlencoded',
    origin: home.url,
  })
  return said.headers.get('location') ?? ''
}
