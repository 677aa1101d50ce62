import { expect } from 'playwright/test'
import { looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { writingBox } from './support/screen.ts'

test('While I write, names, hashtags and words others warn with are offered, by keys or by a press', async ({
  page,
  person,
}) => {
  const [ann, ben, cem] = [await person('ann'), await person('ben'), await person('cem')]
  for (const one of [ann, ben, cem]) await one.writes('The rent again.', { spoiler_text: 'landlords' })
  const tag = `lantern${ben.name.replace(/\W|_/g, '')}`
  await ben.api('PATCH', '/api/v1/accounts/update_credentials', { display_name: 'Benedict of the Bakery' })
  await ben.writes(`#${tag}`)
  await ann.follows(ben)
  await ann.opens(page, '/write')
  const { text, post, cw, warning, form } = writingBox(page)
  await text.pressSequentially(`Bread with @${ben.name.slice(0, 4)}`)
  const people = page.getByRole('listbox', { name: 'People' })
  const option = people.getByRole('option', { name: /Benedict of the Bakery/ })
  await expect(option).toBeVisible()
  await expect(people.getByRole('option').first(), 'whom I follow comes first').toHaveText(/Benedict/)
  await expect(text).toBeFocused()
  await expect(text).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '')
  await looksRight(page)
  await text.press('Escape')
  await expect(people).toBeHidden()
  await text.press('Backspace')
  await expect(option).toBeVisible()
  await text.press('Enter')
  await expect(text).toHaveValue(`Bread with @${ben.name} `)
  await text.pressSequentially(`at the #${tag.slice(0, 7)}`)
  await page
    .getByRole('listbox', { name: 'Hashtags' })
    .getByRole('option', { name: `#${tag}` })
    .click()
  await expect(text).toHaveValue(`Bread with @${ben.name} at the #${tag} `)
  await expect(text).toBeFocused()
  await text.pressSequentially(`@${ben.name.slice(0, 4)}`)
  await expect(option).toBeVisible()
  await text.press('Tab')
  await expect(text, 'Tab takes what is offered, and goes nowhere').toBeFocused()
  await expect(text).toHaveValue(`Bread with @${ben.name} at the #${tag} @${ben.name} `)
  await text.pressSequentially('@nobodyhasthisname')
  await page.waitForTimeout(400)
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(post).toBeEnabled()

  await cw.click()
  await warning.pressSequentially('Food, landl')
  await form.getByRole('group', { name: 'Words others here warn with' }).getByRole('button').first().click()
  await expect(warning).toHaveValue('Food, landlords')
})
