import { expect, type Page, type Route } from 'playwright/test'
import type { Account, Context, Filter, List, Poll, Relationship, Status } from '../../shared/api/wire.ts'
import { type Person, test } from './support/people.ts'
import { chooseFromMore, postWith, writingBox } from './support/screen.ts'

/** Something that a member does; `ann` does it, mostly with what `ben` wrote. */
type Journey = {
  name: string
  /** Makes ready what it needs; gives where it is done, and what the later steps need to know. */
  from: (ann: Person, ben: Person) => Promise<{ at: string; id?: string }>
  /** All up to the press that tells the server. */
  prepare?: (page: Page, ben: Person) => Promise<unknown>
  /** The press that tells the server: made again when the server is back. */
  press: (page: Page, ben: Person) => Promise<unknown>
  /** It is sent by itself when the server is back. */
  byItself?: boolean
  /** Told each time, and not in the long run only. */
  everyTime?: 'before' | 'after'
  /** What it comes to in the end, and what that has to be. */
  outcome: (ann: Person, ben: Person, id: string) => Promise<unknown>
  is: unknown
}

const stand = async (ann: Person, ben: Person) =>
  (await ann.api<Relationship[]>('GET', `/api/v1/accounts/relationships?id[]=${ben.id}`))[0]

const read = async (ann: Person, ben: Person, more?: object) => {
  await ann.follows(ben)
  return { at: '/home', id: (await ben.writes('From Ben.', more)).id }
}

const statusOf = (who: Person, id: string) => who.api<Status>('GET', `/api/v1/statuses/${id}`)

const plain = ({ content }: { content: string }) => content.replace(/<[^>]*>/g, '')

const wordsOf = async (who: Person) =>
  (await who.api<Status[]>('GET', `/api/v1/accounts/${who.id}/statuses`)).map(plain)

const presses = (name: string | RegExp) => (page: Page) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).first().click()

const journeys: readonly Journey[] = [
  {
    name: 'post',
    from: async () => ({ at: '/home' }),
    prepare: (page) => writingBox(page).text.fill('Through thick and thin.'),
    press: (page) => writingBox(page).post.click(),
    byItself: true,
    outcome: (ann) => wordsOf(ann),
    is: ['Through thick and thin.'],
  },
  {
    name: 'reply',
    from: (ann, ben) => read(ann, ben),
    prepare: async (page, ben) => {
      await postWith(page, 'From Ben.').getByRole('button', { name: 'Reply' }).click()
      await writingBox(page, ben.name).text.pressSequentially('So it is.')
    },
    press: (page, ben) => writingBox(page, ben.name).post.click(),
    byItself: true,
    outcome: async (_ann, ben, id) => {
      const { descendants } = await ben.api<Context>('GET', `/api/v1/statuses/${id}/context`)
      return descendants.map(plain)
    },
    is: [expect.stringMatching(/^@ben\S* So it is\.$/)],
  },
  {
    name: 'edit a post',
    everyTime: 'before',
    from: async (ann) => ({ at: '/home', id: (await ann.writes('As it was.')).id }),
    prepare: async (page) => {
      await chooseFromMore(page, postWith(page, 'As it was.'), 'Edit')
      await page.getByRole('textbox', { name: 'Your post' }).fill('As it is.')
    },
    press: (page) => page.getByRole('form', { name: 'Edit your post' }).getByRole('button', { name: 'Save' }).click(),
    byItself: true,
    outcome: async (ann, _ben, id) => {
      const versions = await ann.api<{ content: string }[]>('GET', `/api/v1/statuses/${id}/history`)
      return versions.map(plain)
    },
    is: ['As it was.', 'As it is.'],
  },
  {
    name: 'vote in a poll',
    everyTime: 'after',
    from: (ann, ben) => read(ann, ben, { poll: { options: ['Rye', 'Wheat'], expires_in: 3600 } }),
    prepare: (page) => page.getByRole('radio', { name: 'Rye' }).check(),
    press: presses('Vote'),
    outcome: async (ann, _ben, id) => {
      const { poll } = await statusOf(ann, id)
      const { votes_count, own_votes } = await ann.api<Poll>('GET', `/api/v1/polls/${poll?.id}`)
      return [votes_count, own_votes]
    },
    is: [1, [0]],
  },
  {
    name: 'boost a post',
    from: (ann, ben) => read(ann, ben),
    press: presses('Boost'),
    outcome: async (_ann, ben, id) => (await statusOf(ben, id)).reblogs_count,
    is: 1,
  },
  {
    name: 'save a post',
    from: (ann, ben) => read(ann, ben),
    press: presses('Save'),
    outcome: async (ann) => (await ann.api<Status[]>('GET', '/api/v1/bookmarks')).length,
    is: 1,
  },
  {
    name: 'follow somebody',
    from: async (_ann, ben) => ({ at: `/@${ben.name}` }),
    prepare: (page) =>
      expect(page.getByRole('main').getByRole('button', { name: 'Follow', exact: true })).toBeVisible(),
    press: presses('Follow'),
    outcome: async (ann, ben) => [
      (await stand(ann, ben))?.following,
      (await ben.api<Account[]>('GET', `/api/v1/accounts/${ben.id}/followers`)).length,
    ],
    is: [true, 1],
  },
  {
    name: 'choose the languages I read',
    from: async (ann, ben) => {
      await ann.follows(ben)
      return { at: `/@${ben.name}` }
    },
    prepare: async (page) => {
      await chooseFromMore(page, page.locator('main'), 'Languages to read')
      await page.getByRole('dialog').getByRole('checkbox', { name: 'English' }).check()
    },
    press: (page) => page.getByRole('dialog').getByRole('button', { name: 'Read these' }).click(),
    outcome: async (ann, ben) => (await stand(ann, ben))?.languages,
    is: ['en'],
  },
  {
    name: 'note something about somebody',
    from: async (_ann, ben) => ({ at: `/@${ben.name}` }),
    prepare: async (page) => {
      await presses('Note something for yourself')(page)
      await page.getByRole('textbox', { name: 'Your note' }).fill('Met at the book fair.')
    },
    press: presses('Keep the note'),
    outcome: async (ann, ben) => (await stand(ann, ben))?.note,
    is: 'Met at the book fair.',
  },
  {
    name: 'remove a follower',
    from: async (ann, ben) => {
      await ben.follows(ann)
      return { at: `/@${ben.name}` }
    },
    prepare: (page) => expect(page.getByRole('main').getByText('follows you')).toBeVisible(),
    press: async (page) => {
      await page.getByRole('main').getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name: /^Remove this follower/ }).click()
    },
    outcome: async (ann, ben) => (await stand(ann, ben))?.followed_by,
    is: false,
  },
  {
    name: 'make a list',
    from: async () => ({ at: '/lists' }),
    prepare: (page) => page.getByRole('textbox', { name: 'Name of the list' }).fill('Bakers'),
    press: presses('Make a list'),
    outcome: async (ann) => (await ann.api<List[]>('GET', '/api/v1/lists')).map(({ title }) => title),
    is: ['Bakers'],
  },
  {
    name: 'make a filter',
    from: async () => ({ at: '/settings/filters' }),
    prepare: (page) => page.getByRole('textbox', { name: 'Words' }).fill('leeks'),
    press: presses('Make the filter'),
    outcome: async (ann) => (await ann.api<Filter[]>('GET', '/api/v2/filters')).map(({ title }) => title),
    is: ['leeks'],
  },
  {
    name: 'put a hashtag on my profile',
    from: async () => ({ at: '/settings/profile' }),
    prepare: (page) => page.getByRole('textbox', { name: 'Hashtag' }).fill('gardens'),
    press: presses('Put it on my profile'),
    outcome: async (ann) => (await ann.api<{ name: string }[]>('GET', '/api/v1/featured_tags')).map(({ name }) => name),
    is: ['gardens'],
  },
  {
    name: 'change my profile',
    from: async () => ({ at: '/settings/profile' }),
    prepare: (page) => page.getByRole('textbox', { name: 'Name' }).fill('Ann of the Archive'),
    press: presses('Save'),
    outcome: async (ann) => (await ann.api<Account>('GET', '/api/v1/accounts/verify_credentials')).display_name,
    is: 'Ann of the Archive',
  },
]

const word = (page: Page) => page.getByText(/he server does not answer\. (Try again|It is)|^Not (posted|saved) yet: /)
const lost = (page: Page) => page.getByText('The server does not answer.', { exact: true })

async function begin(page: Page, { from, prepare }: Journey, ann: Person, ben: Person): Promise<string> {
  const { at, id = '' } = await from(ann, ben)
  await ann.opens(page, at)
  if (id && !prepare) await expect(postWith(page, 'From Ben.')).toBeVisible()
  await prepare?.(page, ben)
  return id
}

for (const journey of journeys) {
  const { name, press, byItself, everyTime, outcome, is } = journey
  test(`The server is switched off before I ${name}: I am told, and it is done once, later`, {
    tag: everyTime === 'before' ? [] : '@long',
  }, async ({ page, person, community }) => {
    const [ann, ben] = [await person('ann'), await person('ben')]
    const id = await begin(page, journey, ann, ben)
    await community.crash()
    await press(page, ben)
    await expect(word(page).first()).toBeVisible()
    await community.revive()
    await expect(lost(page)).toBeHidden({ timeout: 30_000 })
    if (!byItself) await press(page, ben)
    await expect.poll(() => outcome(ann, ben, id)).toEqual(is)
  })

  test(`The server is switched off once it did what I asked, to ${name}, and cannot say so: it is done once`, {
    tag: everyTime === 'after' ? [] : '@long',
  }, async ({ page, person }) => {
    const [ann, ben] = [await person('ann'), await person('ben')]
    const id = await begin(page, journey, ann, ben)
    let cut = 0
    const unheard = async (route: Route) => {
      const request = route.request()
      if (cut > 0 || request.method() === 'GET' || request.url().includes('markers')) return route.fallback()
      cut += 1
      await route.fetch()
      await route.abort()
    }
    await page.route('**/api/**', unheard)
    await press(page, ben)
    // what goes by itself is asked for again before one has read that it waits
    if (!byItself) await expect(word(page).first()).toBeVisible()
    await expect(lost(page)).toBeHidden({ timeout: 30_000 })
    if (!byItself) await press(page, ben)
    await expect.poll(() => outcome(ann, ben, id)).toEqual(is)
    expect(cut).toBe(1)
  })
}
