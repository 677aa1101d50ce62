import { expect, type Page } from 'playwright/test'
import { newName } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { newestMail } from './support/mail.ts'
import { followFrom } from './support/neighbours.ts'
import type { Person } from './support/people.ts'
import { hills, paste } from './support/pictures.ts'
import { chooseFromMore, postWith, writingBox } from './support/screen.ts'
import { main, openCase, press, test, tick } from './support/team.ts'

async function removalProposed(page: Page, first: Person, bad: Person): Promise<void> {
  await openCase(page, first, bad)
  await press(page, 'Take it')
  await expect(main(page).getByText('With you')).toBeVisible()
  await tick(page, /^Remove the account/)
  await main(page).getByLabel('What the person reads').fill('You wrote that people of one kind do not belong here.')
  for (const check of [/I read what stands round it/, /taken over/, /irony/, /satire/]) await tick(page, check)
  await press(page, 'See what each person reads')
  await expect(main(page).getByText('two moderators of')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await press(page, 'Propose it')
  await expect(main(page).getByText('You proposed this. Somebody else confirms it.')).toBeVisible()
}

test('A removal is proposed by one, confirmed by another, and appealed by its link from outside', async ({
  page,
  elsewhere,
  community,
  person,
  moderator,
}) => {
  const [ann, bad] = [await person('ann'), await person('bad')]
  const [first, second, third] = [await moderator('mo'), await moderator('max'), await moderator('mia')]
  const post = await bad.writes('Their kind does not belong here.')

  await ann.opens(page, `/@${bad.name}/${post.id}`)
  await chooseFromMore(page, postWith(page, 'does not belong here'), `Report ${bad.name}`)
  await tick(page, /^A rule of ours is broken/)
  await tick(page, /^1 Racist behavior/)
  await looksRight(page)
  await fitsSmall(page)
  await main(page)
    .getByLabel(/What should moderators know/)
    .fill('He does this every week.')
  await press(page, 'Send the report')
  await expect(main(page).getByText('It has arrived.')).toBeVisible()
  await expect(main(page).getByText('One post is kept as it was.')).toBeVisible()
  await looksRight(page)
  const receipt = page.url()

  await first.opens(page, '/moderation')
  await looksRight(page)
  await fitsSmall(page)
  await removalProposed(page, first, bad)

  await openCase(page, second, bad)
  await main(page).getByLabel('Your own reason').fill('I read the posts. It is meant as it stands.')
  await press(page, 'Confirm it')
  await expect(main(page).getByText('For ten minutes you can undo it')).toBeVisible()
  await looksRight(page)
  await community.advance('PT11M')

  await ann.opens(page, new URL(receipt).pathname)
  await expect(main(page).getByText('The account is removed from here.')).toBeVisible()

  const mail = await newestMail(community, `${bad.name}@mail.example`)
  const link = mail.links.find((one) => one.includes('/appeal#')) ?? ''
  await elsewhere.goto(link)
  await expect(main(elsewhere).getByText('Two moderators decided to remove your account.')).toBeVisible()
  await expect(main(elsewhere).getByText(ann.name)).toHaveCount(0)
  await main(elsewhere).getByLabel('What is wrong with it?').fill('I quoted somebody else to show what they say.')
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
  await press(elsewhere, 'Send the appeal')
  await expect(main(elsewhere).getByText('Your appeal has arrived.')).toBeVisible()

  await openCase(page, third, bad)
  await main(page).getByLabel('Your answer, with reasons').fill('It was a quote. We are sorry.')
  await press(page, 'Grant it')
  await expect(main(page).getByText('taken back').first()).toBeVisible()
  await bad.opens(page, '/home')
  await expect(page).toHaveURL(/\/home$/)
})

/** What this device could still show without a network: kept answers, and a picture in the browser’s own cache. */
const left = (page: Page, picture: string) =>
  page.evaluate(async (url) => {
    const open = indexedDB.open('reading')
    await new Promise((done) => {
      open.onsuccess = done
    })
    const all = open.result.transaction('answers').objectStore('answers').getAll()
    await new Promise((done) => {
      all.onsuccess = done
    })
    open.result.close()
    const cached = await fetch(url, { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => undefined)
    return { text: JSON.stringify(all.result).includes('Fern Lane'), picture: cached?.ok === true }
  }, picture)

test('Somebody’s address is hidden at once on their own word, and then purged, here, on devices and elsewhere', async ({
  page,
  elsewhere,
  community,
  newCommunity,
  person,
  moderator,
}) => {
  const there = await newCommunity({ FEDERATION_ALLOW_LOOPBACK: '1', HOST: '127.0.0.2' })
  const [ann, bad, mo, cal] = [await person('ann'), await person('bad'), await moderator('mo'), await person('cal')]
  await cal.follows(bad)
  const bob = newName('bob')
  await there.member(bob)
  await followFrom(there, bob, `@${bad.name}@${new URL(community.url).host}`)
  const upload = new FormData()
  upload.set('file', new Blob([new Uint8Array(await hills(400, 300))], { type: 'image/jpeg' }), 'door.jpg')
  const { id: picture } = await bad.api<{ id: string }>('POST', '/api/v2/media', upload)
  const post = await bad.writes(`${ann.name} lives at 12 Fern Lane.`, { media_ids: [picture] })
  const url = post.media_attachments[0]?.url ?? ''
  const atBob = async () => JSON.stringify(await there.api(bob, 'GET', '/api/v1/timelines/home'))
  await expect.poll(atBob).toContain('12 Fern Lane')
  await cal.opens(elsewhere, '/home')
  await expect(elsewhere.getByText('lives at 12 Fern Lane.').first()).toBeVisible()
  await elsewhere.evaluate((address) => fetch(address), url)
  await expect.poll(() => left(elsewhere, url)).toEqual({ text: true, picture: true })

  await ann.opens(page, `/report?account=${bad.id}&status=${post.id}`)
  await tick(page, /^Somebody’s private information/)
  await tick(page, /^It is about me/)
  await press(page, 'Send the report')
  await expect(main(page).getByText('The posts are hidden for now.')).toBeVisible()
  await expect(mo.api('GET', `/api/v1/statuses/${post.id}`)).rejects.toThrow('404')
  const receipt = page.url()

  await openCase(page, mo, bad)
  await expect(main(page).getByText('What to do')).toBeVisible()
  await tick(page, /^Delete the posts/)
  await main(page).getByLabel('By which rule').selectOption('gr7a')
  await main(page).getByLabel('What the person reads').fill('You told where somebody lives.')
  await looksRight(page)
  await fitsSmall(page)
  await press(page, 'Decide so')
  await expect(main(page).getByText('For ten minutes you can undo it')).toBeVisible()
  await community.advance('PT11M')
  await expect(bad.api('GET', `/api/v1/statuses/${post.id}`)).rejects.toThrow('404')
  await page.reload()
  await expect(main(page).getByText('Moderators deleted it.')).toBeVisible()
  // nothing that holds a post can be ended once it is gone
  await expect(main(page).getByRole('button', { name: 'End it', exact: true })).toHaveCount(0)
  await expect.poll(atBob).not.toContain('12 Fern Lane')
  await page.reload()
  await expect(main(page).getByText(`${new URL(there.url).host} took the deletion`)).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await elsewhere.goto('/home')
  await expect.poll(() => left(elsewhere, url)).toEqual({ text: false, picture: false })
  await ann.opens(page, new URL(receipt).pathname)
  await expect(main(page).getByText(/asked to delete it; one has taken that/)).toBeVisible()
})

test('A warning that moderators add is theirs, and its author disputes it', async ({
  page,
  community,
  person,
  moderator,
}) => {
  const [ann, ben, mo] = [await person('ann'), await person('ben'), await moderator('mo')]
  const max = await moderator('max')
  const post = await ben.writes('A very long scene with a knife.')
  await ann.api('POST', '/api/v1/reports', { account_id: ben.id, status_ids: [post.id] })
  await openCase(page, mo, ben)
  await tick(page, /^Add a content warning/)
  await main(page).getByLabel('The warning', { exact: true }).fill('Violence')
  await main(page).getByLabel('By which rule').selectOption('g1')
  await main(page).getByLabel('What the person reads').fill('Others cannot see what is coming.')
  await press(page, 'Decide so')
  await community.advance('PT11M')
  await ben.opens(page, `/@${ben.name}/${post.id}`)
  await expect(
    main(page)
      .getByText(/Violence \[CW added by moderators \(G1\)\]/)
      .first(),
  ).toBeVisible()
  // whoever had one added is asked where they add a picture, and told why
  await page.goto('/write')
  const box = writingBox(page)
  await paste(box.text, [await hills()])
  await expect(box.form.getByText('Moderators once added a warning to a post of yours.')).toBeVisible()
  await looksRight(page)
  await box.form.getByRole('status').getByRole('button', { name: 'CW', exact: true }).click()
  await expect(box.warning).toBeVisible()
  await expect(box.form.getByText('Does this need a CW?')).toBeHidden()
  await page.goto('/inbox')
  await page.getByRole('link', { name: /Read the decision/ }).click()
  await main(page).getByLabel('What is wrong with it?').fill('It is about cooking.')
  await looksRight(page)
  await press(page, 'Send the appeal')
  await expect(main(page).getByText('Your appeal has arrived.')).toBeVisible()
  await openCase(page, max, ben)
  await main(page).getByLabel('Your answer, with reasons').fill('You are right.')
  await press(page, 'Grant it')
  await expect(main(page).getByText('taken back').first()).toBeVisible()
})

test('A false report breaks no rule; and a lone owner’s removal stays a freeze', async ({
  page,
  community,
  person,
  moderator,
}) => {
  const [ann, ben, owner] = [await person('ann'), await person('ben'), await moderator('warden')]
  await ann.api('POST', '/api/v1/reports', { account_id: ben.id, comment: 'I do not like him.' })
  await openCase(page, owner, ben)
  await tick(page, /^Suggest a mediator to who reported it/)
  await looksRight(page)
  await press(page, 'It breaks no rule')
  await expect(main(page).getByText('For ten minutes you can undo it')).toBeVisible()
  await community.advance('PT11M')
  await ann.opens(page, '/reports')
  await main(page).getByRole('listitem').first().getByRole('link').click()
  await expect(main(page).getByText('We looked at it and found that it breaks no rule.')).toBeVisible()
  await expect(main(page).getByText('It is up to you: you may leave this as it is.')).toBeVisible()
  await looksRight(page)
  await main(page).getByRole('link', { name: 'Ask a mediator' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `You and ${ben.name}` })).toBeVisible()
  // whom it was about is told nothing of a mediator
  await ben.opens(page, '/inbox')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(/mediat/i).and(page.locator('main *'))).toHaveCount(0)

  await ann.api('POST', '/api/v1/reports', { account_id: ben.id, rule_ids: ['1'], comment: 'Again.' })
  await removalProposed(page, owner, ben)
  await expect(main(page).getByText('There is nobody here who could be the second person.')).toBeVisible()
})

test('A second person reads words before they are sent; and a sentence of the team gets other words', {
  tag: '@long',
}, async ({ page, community, person, moderator }) => {
  const [ann, bad, mo, max] = [await person('ann'), await person('bad'), await moderator('mo'), await moderator('max')]
  await ann.api('POST', '/api/v1/reports', { account_id: bad.id, comment: 'Every week.' })
  await openCase(page, mo, bad)
  await tick(page, /^Warn them/)
  await main(page).getByLabel('By which rule').selectOption('gr1')
  const words = main(page).getByLabel('What the person reads')
  await words.fill('You wrote about people of one kind.')
  await press(page, 'Keep these words for colleagues')
  await words.fill('')
  await main(page).getByRole('button', { name: 'Change You wrote about' }).click()
  await main(page).getByLabel('The words that colleagues begin with').fill('You wrote about a whole people.')
  await press(page, 'Keep them so')
  await main(page).getByRole('button', { name: 'Begin with: You wrote about a whole people.' }).click()
  await words.fill(`You wrote about a whole people, and to @${ann.name}.`)
  await press(page, 'Decide so')
  await expect(main(page).getByText(`This may name somebody: @${ann.name}`).first()).toBeVisible()
  await tick(page, /^Somebody else reads my words first/)
  await fitsSmall(page)
  await press(page, 'Decide so')
  await expect(main(page).getByText('Somebody else reads these words before')).toBeVisible()
  await community.advance('PT11M')
  await openCase(page, max, bad)
  const read = main(page).getByRole('textbox', { name: 'Read this before it is sent' })
  await read.fill('You wrote about a whole people, and to one of them.')
  await looksRight(page)
  await press(page, 'No name is left: send it')
  await expect(read).toHaveCount(0)
  await bad.opens(page, '/inbox')
  await page.getByRole('link', { name: /Read the decision/ }).click()
  await expect(main(page).getByText('You wrote about a whole people, and to one of them.')).toBeVisible()
})
