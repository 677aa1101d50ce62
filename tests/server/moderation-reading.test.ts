import { beforeEach, describe, expect, test } from 'vitest'
import type { OwnDecision } from '../../shared/api/moderation.ts'
import {
  answer,
  caseAbout,
  deciding,
  inCase,
  noticesOf,
  proposeRemoval,
  queueOf,
  readCase,
  reportTo,
  settle,
} from '../support/moderation.ts'
import { ann, ben, max, mo, server, withTeam } from '../support/moderation-team.ts'
import type { Person } from '../support/server.ts'

const API = '/api/community/v1'

withTeam()

beforeEach(async () => {
  await reportTo(ann, ben)
})
const words = () => `You wrote ugly things to @${ann.username.toUpperCase()}, and to ${ann.username} again.`
const warn = (more: object = {}) => deciding([{ kind: 'warning' }], { statement: words(), ...more })
const toldTo = async (person: Person) =>
  (await person.browser.get<OwnDecision[]>(`${API}/decisions`)).body.map(({ statement }) => statement)
const read = (person: Person, id: string, statement: string) =>
  person.browser.post(`${API}/moderation/actions/${id}/read`, { statement })

/** A warning whose words wait for a second reader: its case, and itself. */
async function waiting(more: object = {}) {
  const { id } = await caseAbout(mo, ben)
  expect((await inCase(mo, id, 'decide', warn({ second_reader: true, ...more }))).status).toBe(200)
  const [action] = (await readCase(mo, id)).actions
  if (!action) throw new Error('nothing was done')
  return { id, action }
}

describe('before somebody is sent why', () => {
  test('words that may name who reported, or anybody else, are refused to one person alone', async () => {
    const { id } = await caseAbout(mo, ben)
    const refused = await inCase(mo, id, 'decide', warn())
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(`@${ann.username}`)])
    const other = await inCase(mo, id, 'decide', warn({ statement: 'You wrote to @somebody@else.where.' }))
    expect(other.status).toBe(422)
    expect((await proposeRemoval(mo, id, { statement: words() })).status).toBe(422)
    const own = warn({ statement: `You, @${ben.username}, shouted.` })
    expect((await inCase(mo, id, 'decide', own)).status).toBe(200)
  })

  test('a second person reads it, takes the names out, and only then it is sent', async () => {
    const { id, action } = await waiting()
    await settle(server)
    expect(await toldTo(ben)).toEqual([])
    expect((await noticesOf(ann)).map(({ kind }) => kind)).not.toContain('report_decided')
    expect((await read(mo, action.id, 'Sent by myself.')).status).toBe(403)
    expect((await read(ben, action.id, 'Sent by myself.')).status).toBe(403)
    expect((await readCase(mo, id)).actions[0]?.reading).toEqual({ refused: 'own' })
    expect((await readCase(max, id)).actions[0]?.reading).toEqual({ refused: null })
    const line = (await queueOf(max)).entries.find(({ case_id }) => case_id === id)
    expect(line).toMatchObject({ what: 'reading', kind: 'warning' })
    expect((await read(max, action.id, 'You wrote ugly things to somebody.')).status).toBe(200)
    await server.advance('PT1S')
    expect(await toldTo(ben)).toEqual(['You wrote ugly things to somebody.'])
    expect((await noticesOf(ann)).map(({ kind }) => kind)).toContain('report_decided')
    expect((await read(max, action.id, 'Again.')).status).toBe(409)
    expect((await readCase(max, id)).log.map(({ verb }) => verb)).toContain('words_changed')
  })

  test('what is read at once can still be undone for ten minutes, and is told after them', async () => {
    const { id, action } = await waiting()
    await read(max, action.id, 'Quietly.')
    expect(await toldTo(ben)).toEqual([])
    expect((await readCase(mo, id)).can_undo).toBe(true)
    await settle(server)
    expect(await toldTo(ben)).toEqual(['Quietly.'])
  })

  test('where nobody reads it in twelve hours it is sent without the names that we know', async () => {
    await waiting()
    await server.advance('PT12H1M')
    expect(await toldTo(ben)).toEqual(['You wrote ugly things to […], and to […] again.'])
  })

  test('who confirms a proposal is its second reader', async () => {
    const { id } = await caseAbout(mo, ben)
    expect((await proposeRemoval(mo, id, { statement: words(), second_reader: true })).status).toBe(200)
    const [proposal] = (await readCase(max, id)).proposals
    expect((await answer(max, proposal?.id ?? '', proposal?.sha256 ?? '')).status).toBe(200)
    expect((await readCase(max, id)).actions[0]?.reading).toBeNull()
  })
})
