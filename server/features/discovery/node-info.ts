import packageFile from '../../../package.json' with { type: 'json' }
import type { Context } from '../../context.ts'
import { countUsers, keptStats } from '../instance/queries.ts'
import { readSettings, registrationMode } from '../settings/queries.ts'

const SCHEMA = 'http://nodeinfo.diaspora.software/ns/schema/2.0'

/** Where to find what kind of server this is (NodeInfo, discovery). */
export const nodeInfoLinks = ({ config: { publicUrl } }: Pick<Context, 'config'>) => ({
  links: [{ rel: SCHEMA, href: `${publicUrl}/nodeinfo/2.0` }],
})

/** What kind of server this is (NodeInfo 2.0); clients read the software's name here. It speaks with no other yet. */
export function nodeInfo(ctx: Context) {
  const settings = readSettings(ctx.db)
  const mode = registrationMode(ctx, settings)
  return {
    version: '2.0',
    software: { name: packageFile.name, version: packageFile.version },
    protocols: [],
    services: { inbound: [], outbound: [] },
    openRegistrations: mode === 'open' || mode === 'approval',
    usage: {
      users: { total: countUsers(ctx.db)?.users ?? 0 },
      localPosts: keptStats(ctx.db).find(({ name }) => name === 'statuses')?.value ?? 0,
    },
    metadata: { nodeName: settings.name, nodeDescription: settings.statement },
  }
}
