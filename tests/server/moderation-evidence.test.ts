import { describe, expect, test } from 'vitest'
import { firstBrokenAct } from '../../server/core/acts/log-act.ts'
import { openEvidence } from '../../server/features/moderation/reports/evidence.ts'
import { say } from '../support/masto.ts'
import { caseAbout, inCase, readCase, reportTo } from '../support/moderation.ts'
import { ann, ben, mo, server, withTeam } from '../support/moderation-team.ts'
import { photo, uploaded } from '../support/pictures.ts'

withTeam()

const run = (sql: string, ...values: unknown[]) => server.ctx.db.prepare(sql).run(...values)

describe('evidence', () => {
  test('its author’s deletion does not remove it', async () => {
    const post = await say(ben, 'harsh words')
    await reportTo(ann, ben, { status_ids: [post.id] })
    await ben.api.delete(`/api/v1/statuses/${post.id}`)
    const { reports, contexts } = await caseAbout(mo, ben)
    expect(reports[0]).toMatchObject({ intact: true, missing: [] })
    expect(reports[0]?.evidence[0]?.text).toBe('harsh words')
    expect(contexts[0]?.gone).toBe('author')
  })

  test('a changed byte anywhere in it is found: in the posts, and in a picture', async () => {
    const picture = await uploaded(ben, await photo(), { description: 'a door' })
    const post = await say(ben, 'harsh words', { media_ids: [picture.id] })
    const { id } = await reportTo(ann, ben, { status_ids: [post.id] })
    const found = await caseAbout(mo, ben)
    expect(found.reports[0]?.intact).toBe(true)
    const row = server.ctx.db.prepare('SELECT content FROM report_pictures WHERE report_id = ?').get(id) as {
      content: Buffer
    }
    const other = server.ctx.vault.seal(await photo(31, 31))
    run('UPDATE report_pictures SET content = ? WHERE report_id = ?', other, id)
    expect((await readCase(mo, found.id)).reports[0]?.intact).toBe(false)
    run('UPDATE report_pictures SET content = ? WHERE report_id = ?', row.content, id)
    const evidence = (
      server.ctx.db.prepare('SELECT evidence FROM reports WHERE id = ?').get(id) as { evidence: Buffer }
    ).evidence
    for (let at = 0; at < evidence.length; at += 1) {
      const changed = Buffer.from(evidence)
      changed[at] = (changed[at] ?? 0) ^ 1
      // a few are asked for over HTTP, the rest of what every reading of a case goes through
      expect(openEvidence(server.ctx, Number(id), changed).intact, `byte ${at}`).toBe(false)
      if (at % 500 > 0) continue
      run('UPDATE reports SET evidence = ? WHERE id = ?', changed, id)
      expect((await readCase(mo, found.id)).reports[0]?.intact).toBe(false)
    }
    // sealed anew by somebody with the key, the chain tells it all the same
    const forged = server.ctx.vault.open(evidence).replace('harsh words', 'other words')
    run('UPDATE reports SET evidence = ? WHERE id = ?', server.ctx.vault.seal(forged), id)
    expect((await readCase(mo, found.id)).reports[0]?.intact).toBe(false)
    run('UPDATE reports SET evidence = ? WHERE id = ?', evidence, id)
    expect((await readCase(mo, found.id)).reports[0]?.intact).toBe(true)
  })

  test('what I kept of posts that are gone goes with my report', async () => {
    const post = await say(ben, 'words that go')
    const { body: bundle } = await ann.browser.post('/api/community/v1/evidence', { status_ids: [post.id] })
    await ben.api.delete(`/api/v1/statuses/${post.id}`)
    await reportTo(ann, ben, { evidence_ids: [bundle.id] })
    expect((await caseAbout(mo, ben)).reports[0]?.evidence[0]?.text).toBe('words that go')
  })

  test('the log is a chain: it is only added to, and a changed line is found', async () => {
    await reportTo(ann, ben)
    const { id } = await caseAbout(mo, ben)
    await inCase(mo, id, 'claim')
    expect(firstBrokenAct(server.ctx)).toBeUndefined()
    expect(() => run('UPDATE moderation_log SET verb = ?', 'nothing')).toThrow('only ever added to')
    expect(() => run('DELETE FROM moderation_log')).toThrow('only ever added to')
  })
})

// a hundred days of hourly work
test('evidence goes when its time is over: the decision, the end of its appeal and 90 days', {
  timeout: 60_000,
}, async () => {
  const post = await say(ben, 'harsh words')
  await reportTo(ann, ben, { status_ids: [post.id] })
  const { id } = await caseAbout(mo, ben)
  await inCase(mo, id, 'decide', {})
  const count = () => server.ctx.db.prepare('SELECT count(*) AS n FROM reports WHERE case_id = ?').get(id)
  await server.advance('P109D')
  expect(count()).toEqual({ n: 1 })
  await server.advance('P2D')
  expect(count()).toEqual({ n: 0 })
})
