import { type Browser, expect, type Page } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { answerCalmly, headed, type Story, test } from './support/mediation.ts'
import type { Person } from './support/people.ts'
import { chooseFromMore, postWith } from './support/screen.ts'

const goOn = (page: Page) => page.getByRole('button', { name: 'Go on' }).click()

/** Ticks the hour of this story in the table of the week. */
async function tickHour(page: Page, hour: string): Promise<void> {
  const [day = '', part = ''] = hour.split('-')
  await page.getByRole('checkbox', { name: new RegExp(`^${day}\\w* ${part}$`, 'i') }).check()
}

/** Asks for a mediator from a post, step by step; gives the id of the case. */
async function askFrom(page: Page, ann: Person, post: { id: string }, ben: Person, hour: string): Promise<string> {
  await ann.opens(page, `/@${ben.name}/${post.id}`)
  await chooseFromMore(page, postWith(page, 'I will not repeat it.'), 'Ask a mediator')
  await expect(headed(page, `You and ${ben.name}`)).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /I will not repeat it/ })).toBeChecked()
  await goOn(page)
  await answerCalmly(page)
  await expect(headed(page, 'What happened, from where you stood?')).toBeVisible()
  await page
    .getByRole('textbox', { name: 'What happened' })
    .fill('My name was in the post, and I had not said yes to that.')
  await looksRight(page)
  await goOn(page)
  await page.getByRole('button', { name: 'To be understood' }).click()
  await goOn(page)
  await page.getByRole('radio', { name: /^A mediation/ }).check()
  await goOn(page)
  await expect(headed(page, 'When, and in which language?')).toBeVisible()
  await tickHour(page, hour)
  await looksRight(page)
  await fitsSmall(page)
  // a draft waits where one left it
  await page.goto('/mediation')
  await page.getByRole('link', { name: /“/ }).click()
  await expect(headed(page, 'When, and in which language?')).toBeVisible()
  await tickHour(page, hour)
  await goOn(page)
  await expect(headed(page, 'Who should help, and who should not?')).toBeVisible()
  await looksRight(page)
  await goOn(page)
  await expect(headed(page, 'Is there something we should take care of?')).toBeVisible()
  await goOn(page)
  await expect(headed(page, 'A last look')).toBeVisible()
  await page.getByRole('button', { name: 'Ask for a mediator' }).click()
  await expect(page.getByText('Without this we may not keep what you wrote.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('checkbox', { name: /I agree that this is kept/ }).check()
  await page.getByRole('button', { name: 'Ask for a mediator' }).click()
  await expect(headed(page, 'With the team')).toBeVisible()
  await looksRight(page)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Says yes to the invitation on the screen. */
async function sayYes(page: Page, ben: Person, id: string, hour: string): Promise<void> {
  await ben.opens(page, `/mediation/invitations/${id}`)
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await page.getByRole('checkbox', { name: /I agree that this is kept/ }).check()
  await goOn(page)
  await answerCalmly(page)
  await tickHour(page, hour)
  await page.getByRole('button', { name: 'Say yes' }).click()
  await expect(headed(page, /Choose who could mediate|Nobody is free/)).toBeVisible()
}

async function choose(page: Page, fern: Person): Promise<void> {
  await page.reload()
  await page.getByRole('checkbox', { name: `I could work with ${fern.name}` }).check()
  await looksRight(page)
  await page.getByRole('button', { name: 'Save my choice' }).click()
  await expect(page.getByText('Your choice is kept.').first()).toBeVisible()
}

async function agreeToRules(page: Page): Promise<void> {
  await page.reload()
  await expect(headed(page, 'Before it begins')).toBeVisible()
  await looksRight(page)
  await page.getByRole('checkbox', { name: 'I have read this and I agree' }).check()
  await page.getByRole('button', { name: 'Agree to the ground rules' }).click()
  await expect(headed(page, 'Before it begins')).toBeHidden()
}

/** A browser of somebody else than `page` and `elsewhere`. */
async function anotherPage(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

/** Three people at three screens, in a talk that goes. */
async function comeTogether(pages: { a: Page; b: Page; m: Page }, story: Story, cora: Person) {
  const [ann, ben, fern] = [await story.member('ann'), await story.member('ben'), await story.mediator('fern')]
  await story.waits('P8D')
  const post = await ben.writes(`What @${ann.name} said there, I will not repeat it.`)
  const id = await askFrom(pages.a, ann, post, ben, story.hour)
  await story.does(cora, id, 'invite')
  await story.waits()
  await sayYes(pages.b, ben, id, story.hour)
  await story.waits()
  await choose(pages.a, fern)
  await choose(pages.b, fern)
  await story.waits()
  await fern.opens(pages.m, '/mediation/desk')
  await pages.m.getByRole('list', { name: 'You are asked to mediate' }).getByRole('link').click()
  await pages.m.getByRole('checkbox', { name: /I read the short guide/ }).check()
  await looksRight(pages.m)
  await pages.m.getByRole('button', { name: 'Yes, I mediate' }).click()
  await expect(headed(pages.m, 'Before it begins')).toBeVisible()
  await agreeToRules(pages.a)
  await agreeToRules(pages.b)
  return { ann, ben, fern, id }
}

test('A calm case: asked, said yes to, carried, agreed, signed by both, and done', async ({
  page,
  elsewhere,
  browser,
  story,
  community,
  isMobile,
}) => {
  test.slow()
  const cora = await story.member('cora')
  await community.admin('accounts', 'modify', cora.name, '--add-role', 'coordinator')
  const desk = await anotherPage(browser)
  const { ann, ben, fern, id } = await comeTogether({ a: page, b: elsewhere, m: desk }, story, cora)

  await page.reload()
  await expect(headed(page, `You speak with ${fern.name}. Only what you allow is carried.`)).toBeVisible()
  await page.getByRole('textbox', { name: `Write to ${fern.name}` }).fill('I was scared, and not angry.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('button', { name: 'Yes, carry these words' }).click()
  await looksRight(page)
  await desk.reload()
  await desk.getByRole('button', { name: 'Carry it over' }).click()
  await looksRight(desk)
  await elsewhere.reload()
  await expect(elsewhere.getByRole('region', { name: 'Carried to you' })).toContainText('I was scared, and not angry.')
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)

  await desk.getByRole('button', { name: 'Go to another part' }).click()
  await desk.getByRole('radio', { name: 'What could be done' }).check()
  await desk
    .getByRole('form', { name: 'Go to another part' })
    .getByRole('button', { name: 'Go to another part' })
    .click()
  await expect.poll(async () => (await story.sees(ann, id)).phase).toBe('options')
  await desk.reload()
  await desk.getByRole('button', { name: 'Go to signing' }).click()
  await desk.getByRole('button', { name: 'Change the text' }).click()
  await desk.getByRole('button', { name: 'Add a point' }).click()
  await desk.getByRole('combobox', { name: 'Who does it' }).selectOption(ben.name)
  await desk.getByRole('textbox', { name: 'In words that both can read' }).fill('Ben asks before he writes a name.')
  await looksRight(desk)
  await desk.getByRole('button', { name: 'Save this version' }).click()
  await expect(desk.getByText('A new version is on the table.').first()).toBeVisible()

  for (const one of [page, elsewhere]) {
    await one.goto(`/mediation/${id}`)
    await expect(one.getByText('Ben asks before he writes a name.')).toBeVisible()
    await looksRight(one)
    await one.getByRole('button', { name: 'Sign this version' }).click()
    await expect(one.getByText('You have signed.')).toBeVisible()
  }
  await expect(headed(elsewhere, 'You have agreed')).toBeVisible()
  await elsewhere.getByRole('button', { name: 'I have done this' }).click()
  await expect(elsewhere.getByText('You: done.')).toBeVisible()
  await looksRight(elsewhere)
  await page.reload()
  await expect(page.getByText(`${ben.name}: done.`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'I have done this' })).toHaveCount(0)

  await page.goto('/home')
  if (isMobile) await page.getByRole('button', { name: 'More', exact: true }).first().click()
  await page.getByRole(isMobile ? 'menuitem' : 'link', { name: /^Mediation/ }).click()
  await expect(page.getByText('You have agreed')).toBeVisible()
  await desk.context().close()
})

test('In the room of all three I am asked before the other reads it, and the mediator lets it through', async ({
  page,
  elsewhere,
  story,
}) => {
  const { ann, ben, fern, id } = await story.quarrel('opening')
  for (const side of [ann, ben]) await story.does(side, id, 'wish_mode', { mode: 'joint' })
  for (const side of [ann, ben]) await story.does(side, id, 'sign_rules', { read: true })
  await ann.opens(page, `/mediation/${id}`)
  await page.getByRole('group', { name: 'Parts of this room' }).getByRole('button', { name: 'All of you' }).click()
  await page.getByRole('textbox', { name: 'Write to all three' }).fill('I would like to begin.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText(`${ben.name} will read this.`)).toBeVisible()
  expect(JSON.stringify((await story.sees(fern, id)).streams)).not.toContain('I would like to begin.')
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'Yes, send it' }).click()
  await expect(page.getByRole('article').filter({ hasText: 'I would like to begin.' })).toContainText(
    'held by the mediator',
  )
  await looksRight(page)
  await fern.opens(elsewhere, `/mediation/${id}`)
  await elsewhere.getByRole('group', { name: 'Parts of this room' }).getByRole('button', { name: 'All of you' }).click()
  await elsewhere.getByRole('button', { name: 'Let it through' }).click()
  await expect.poll(async () => JSON.stringify((await story.sees(ben, id)).streams)).toContain('I would like to begin.')
  await looksRight(elsewhere)
})

test('The help page tells the three ways, and leads to them', async ({ page, story, isMobile }) => {
  const [ann, ben] = [await story.member('ann'), await story.member('ben')]
  await ann.opens(page, '/home')
  const main = page.getByRole('navigation', { name: 'Main' })
  await expect(main.getByRole('link', { name: /^Mediation/ })).toHaveCount(0)
  if (isMobile) await main.getByRole('button', { name: 'More' }).click()
  await page.getByRole(isMobile ? 'menuitem' : 'link', { name: 'Help' }).click()
  await expect(headed(page, 'When you do not agree')).toBeVisible()
  for (const way of ['A pause', 'One message', 'A mediation']) {
    await expect(page.getByRole('heading', { name: way, exact: true })).toBeVisible()
  }
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('textbox', { name: 'Their name here' }).fill('nobody_of_this_name')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByText('Nobody here has this name.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Their name here' }).fill(`@${ben.name}`)
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(headed(page, `You and ${ben.name}`)).toBeVisible()
  await ann.opens(page, '/mediation')
  await expect(page.getByText('No case, no invitation')).toBeVisible()
  await looksRight(page)
})
