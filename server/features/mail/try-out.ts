import type { MailTest } from '../../../shared/api/community.ts'
import type { Context } from '../../context.ts'
import { readSettings } from '../settings/queries.ts'
import { handOver } from './smtp.ts'
import { ownHost, readWay } from './way.ts'

const testLetter = (community: string) => ({
  subject: `A test mail from ${community}`,
  text: `Hello,

this mail shows that ${community} can send mail through the server you named. There is nothing to do.

${community}
`,
})

/** To whom a test mail goes; `url` and `from` where they are not the ones that are set. */
export type Trial = { to: string; url?: string; from?: string }

/** Sends a test mail at once, and tells what the server said. */
export async function tryMail(ctx: Context, { to, url, from }: Trial): Promise<MailTest> {
  const way = readWay(ctx)
  const server = url ?? (way.kind === 'smtp' ? way.url : undefined)
  if (server === undefined) return { accepted: false, answer: 'No mail server is set.' }
  const { kind, answer } = await handOver(server, ownHost(ctx), {
    id: `${ctx.newId()}@${ownHost(ctx)}`,
    date: new Date(ctx.now()),
    from: { ...way.from, address: from ?? way.from.address },
    to,
    letter: testLetter(readSettings(ctx.db).name),
  })
  return { accepted: kind === 'accepted', answer }
}
