import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ActionKind, actionKinds } from '../../shared/api/moderation.ts'
import { type Look, startStage, toldTo } from '../support/effects.ts'
import {
  answer,
  caseAbout,
  deciding,
  inCase,
  proposeRemoval,
  queueOf,
  readCase,
  reportTo,
} from '../support/moderation.ts'
import type { Person } from '../support/server.ts'

const API = '/api/community/v1'
type Stage = Awaited<ReturnType<typeof startStage>>
let stage: Stage
let mo: Person
let max: Person
let mia: Person
beforeAll(async () => {
  stage = await startStage()
  const moderator = (name: string) => stage.server.signUp(name, { roles: ['moderator'] })
  ;[mo, max, mia] = [await moderator('mo'), await moderator('max'), await moderator('mia')]
})
afterAll(() => stage.stop())

/** How everything is while nothing was done. */
const untouched: Look = {
  session: 'in',
  token: 'in',
  login: 'in',
  stream: 'open',
  home: true,
  local: true,
  search: true,
  found: true,
  feed: 'words',
  post: 'plain',
  page: 200,
  document: 200,
  profile: 'whole',
  heard: [],
  delivered: [],
}
type Changes = Partial<Look>
/** Whoever spoke for somebody is let go for good: they log in anew once they may. */
const letGo: Changes = { session: 'out', token: 'out', stream: 'closed' }
const lockedOut: Changes = { ...letGo, login: 'out' }
const hidden: Changes = {
  home: false,
  local: false,
  search: false,
  feed: 'nothing',
  post: 404,
  page: 404,
  document: 404,
}
const vanished: Changes = { ...hidden, found: false, profile: 'suspended' }
const marked: Changes = { post: 'marked' }
const retold: Changes = { heard: ['status.update'], delivered: ['Update Note'] }
const profileTold: Changes = { delivered: ['Update Person'] }

/**
 * What is done, what follows at once, once it is undone within its ten minutes, once they are over, and once it is
 * reversed; in which way, and what Mastodon's programs call it.
 */
type Row = {
  does?: Record<string, unknown>
  atOnce: Changes
  undone: Changes
  settled: Changes
  named: string
  /** Whether a letter goes out, since a notice could not be read. */
  byLetter?: true
  back: 'lift' | 'review' | 'time' | 'appeal'
  after: Changes
}

/** Every action; a new one needs a row of its own. */
const table: Record<ActionKind, Row> = {
  note: { atOnce: {}, undone: {}, settled: {}, named: 'none', back: 'appeal', after: {} },
  warning: { atOnce: {}, undone: {}, settled: {}, named: 'none', back: 'appeal', after: {} },
  cw: {
    does: { words: 'Quinces' },
    atOnce: { ...marked, ...retold, feed: 'warning' },
    undone: retold,
    settled: { ...marked, feed: 'warning' },
    named: 'none',
    back: 'appeal',
    after: retold,
  },
  sensitive: {
    atOnce: { ...marked, ...retold },
    undone: retold,
    settled: marked,
    named: 'mark_statuses_as_sensitive',
    back: 'lift',
    after: retold,
  },
  hide: {
    atOnce: { ...hidden, heard: ['delete'] },
    undone: {},
    settled: hidden,
    named: 'none',
    back: 'review',
    after: {},
  },
  delete: {
    atOnce: { ...hidden, heard: ['delete'] },
    undone: {},
    settled: { ...hidden, document: 410, delivered: ['Delete Tombstone'] },
    named: 'delete_statuses',
    back: 'appeal',
    // granted, it counts against nobody any more; what was deleted is gone
    after: { ...hidden, document: 410 },
  },
  freeze: {
    atOnce: lockedOut,
    undone: letGo,
    settled: lockedOut,
    named: 'disable',
    byLetter: true,
    back: 'review',
    after: letGo,
  },
  limit: {
    atOnce: { local: false, search: false, found: false, feed: 'nothing', profile: 'limited' },
    undone: {},
    settled: { local: false, search: false, found: false, feed: 'nothing', profile: 'limited' },
    named: 'silence',
    back: 'lift',
    after: {},
  },
  suspend: {
    does: { days: 3 },
    atOnce: { ...vanished, ...lockedOut, ...profileTold, heard: ['delete'] },
    undone: { ...letGo, ...profileTold },
    settled: { ...vanished, ...lockedOut },
    named: 'suspend',
    byLetter: true,
    back: 'time',
    after: { ...letGo, ...profileTold },
  },
  remove: {
    atOnce: lockedOut,
    undone: { ...letGo, ...profileTold },
    settled: { ...vanished, ...lockedOut, ...profileTold, heard: ['delete'] },
    named: 'suspend',
    byLetter: true,
    back: 'appeal',
    after: { ...letGo, ...profileTold },
  },
}

const onPosts: readonly ActionKind[] = ['cw', 'sensitive', 'hide', 'delete']
type Scene = Awaited<ReturnType<Stage['stage']>>

/** Does it in a case: alone, or where that takes two, by two. */
async function act(kind: ActionKind, id: string, { post }: Scene): Promise<string[]> {
  if (kind === 'remove') {
    const proposal = (await proposeRemoval(mo, id)).body.proposals.at(-1)
    expect((await answer(max, proposal.id, proposal.sha256)).status).toBe(200)
    return ['proposed', 'proposal_confirmed', 'taken_remove', 'case_decided']
  }
  const wanted = { kind, ...(onPosts.includes(kind) && { status_ids: [post.id] }), ...table[kind].does }
  expect((await inCase(mo, id, 'decide', deciding([wanted]))).status).toBe(200)
  return [`taken_${kind}`, 'case_decided']
}

/** The secret of the newest letter to somebody. */
const tokenOf = ({ letters }: { letters: { text: string }[] }) => /\/appeal#(\S+)/.exec(letters[0]?.text ?? '')?.[1]

async function appeal(action: string, ben: Person, token: string | undefined): Promise<void> {
  const wrong = 'I quoted somebody else.'
  const sent = token
    ? await stage.server.visitor.post(`${API}/appeals/link`, { token, wrong })
    : await ben.browser.post(`${API}/appeals/${action}`, { wrong })
  expect(sent.status, sent.text).toBe(200)
}

/** Reverses what was done in the way of its row; gives the verbs that are in the log for it. */
async function reverse(kind: ActionKind, id: string, { ben }: Scene): Promise<string[]> {
  const { id: action = '' } = (await readCase(mia, id)).actions.at(-1) ?? {}
  const path = `${API}/moderation/actions/${action}`
  switch (table[kind].back) {
    case 'lift':
      expect((await mia.browser.post(`${path}/lift`)).status).toBe(200)
      return [`ended_${kind}`]
    case 'review':
      expect((await mia.browser.post(`${path}/review`, { keep: false })).status).toBe(200)
      return ['review_ended', `ended_${kind}`]
    case 'time':
      await stage.server.advance('P3D')
      return [`ended_${kind}`]
    default: {
      await appeal(action, ben, table[kind].byLetter && tokenOf(await toldTo(stage.server, ben)))
      const open = (await queueOf(mia)).entries.find(({ what, case_id }) => what === 'appeal' && case_id === id)
      const granted = { granted: true, reasons: 'You did.' }
      const reply = await mia.browser.post(`${API}/moderation/appeals/${open?.id}/answer`, granted)
      expect(reply.status, reply.text).toBe(200)
      return ['appealed', `ended_${kind}`, 'appeal_granted']
    }
  }
}

/** What somebody was told by then: nothing, of the decision, and of its end. */
async function expectTold(kind: ActionKind, { ben, fan }: Scene, when: 'undone' | 'settled' | 'after'): Promise<void> {
  const { byLetter, named, back } = table[kind]
  const told = await toldTo(stage.server, ben)
  const over = back === 'appeal' ? 'appeal_answered' : 'decision_over'
  const notices = { undone: [], settled: ['decision'], after: [over, 'decision'] }[when]
  const letters = {
    undone: [],
    settled: ['A decision about your account at Left Community'],
    after: [
      back === 'appeal' ? 'Your appeal at Left Community was answered' : 'You can log in at Left Community again',
      'A decision about your account at Left Community',
    ],
  }[when]
  // who cannot log in reads no notice until they can
  const canRead = !(byLetter && when === 'settled')
  expect(told.notices, when).toEqual(canRead ? notices : undefined)
  expect(
    told.letters.map(({ subject }) => subject),
    when,
  ).toEqual(byLetter ? letters : [])
  // what ended by its time was so while it lasted
  const isNamed = when === 'settled' ? canRead : when === 'after' && back === 'time'
  expect(told.warnings, when).toEqual(canRead ? (isNamed ? [named] : []) : undefined)
  const [report] = (await fan.browser.get(`${API}/reports`)).body
  const outcome = kind === 'note' ? 'noted' : kind === 'remove' ? 'removed' : 'acted'
  expect(report.outcome, when).toBe(when === 'undone' ? null : outcome)
}

describe('Every action, its reversal, its message, its log entry and its effect', () => {
  test('has a row here', () => expect(Object.keys(table).sort()).toEqual([...actionKinds].sort()))

  test.each(actionKinds)(
    'on sessions, tokens, streams, timelines, search, feeds, caches and peers: %s',
    async (kind) => {
      const { atOnce, undone, settled, after } = table[kind]
      const scene = await stage.stage(kind)
      expect(await scene.look(), 'before').toEqual(untouched)
      await reportTo(scene.fan, scene.ben, { status_ids: [scene.post.id] })
      const { id } = await caseAbout(mo, scene.ben)
      const done = await act(kind, id, scene)
      expect(await scene.look(), 'at once').toEqual({ ...untouched, ...atOnce })
      expect((await inCase(kind === 'remove' ? max : mo, id, 'undo')).status).toBe(200)
      expect(await scene.look(), 'undone').toEqual({ ...untouched, ...undone })
      await stage.server.advance('PT11M')
      await expectTold(kind, scene, 'undone')
      await act(kind, id, scene)
      await scene.look()
      await stage.server.advance('PT11M')
      const held = { ...untouched, ...(table[kind].byLetter && letGo) }
      expect(await scene.look(), 'settled').toEqual({ ...held, ...settled })
      await expectTold(kind, scene, 'settled')
      const reversed = await reverse(kind, id, scene)
      expect(await scene.look(), 'reversed').toEqual({ ...held, ...after })
      await expectTold(kind, scene, 'after')
      const log = (await readCase(mia, id)).log.map(({ verb }) => verb)
      expect(log).toEqual([...done, `ended_${kind}`, 'decision_undone', ...done, ...reversed])
    },
  )

  test('a removal that nobody appeals is told to every server and leaves nothing', async () => {
    const scene = await stage.stage('gone')
    await reportTo(scene.fan, scene.ben)
    const { id } = await caseAbout(mo, scene.ben)
    await act('remove', id, scene)
    await stage.server.advance('PT11M')
    await scene.look()
    await stage.server.advance('P31D')
    expect(await scene.look()).toEqual({
      ...untouched,
      ...vanished,
      ...lockedOut,
      document: 410,
      profile: 'gone',
      delivered: ['Delete actor'],
    })
    expect((await readCase(mia, id)).log.at(-1)?.verb).toBe('account_purged')
  })
})
