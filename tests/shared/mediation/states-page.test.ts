import { expect, test } from 'vitest'
import { drawStates } from '../../support/states-table.ts'

test('the page of states says what the table of moves and the clocks say', async () => {
  await expect(drawStates()).toMatchFileSnapshot('../../../docs/mediation-states.md')
})
