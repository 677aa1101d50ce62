import packageFile from '../../../package.json' with { type: 'json' }
import type { Context } from '../../context.ts'
import { countUsers, keptStats } from '../instance/queries.ts'
import { readSettings, registrationMode } from '../settings/queries.ts'

/** The versions that are spoken. */
export type NodeInfoVersion = '2.0' | '2.1'

const schema = (version: NodeInfoVersion) => `http://nodeinfo.diaspora.software/ns/schema/${version}`

/** Where to find what kind of server this is (NodeInfo, discovery). */
export const nodeInfoLinks = ({ config: { publicUrl } }: Pick<Context, 'config'>) => ({
  links: (['2.0', '2.1'] as const).map((version) => ({
    rel: schema(version),
    href: `${publicUrl}/nodeinfo/${version}`,
  })),
})

/** What kind of server this is (NodeInfo 2.0, 2.1); clients read the software's name here. */
export function nodeInfo(ctx: Context, version: NodeInfoVersion) {
  const settings = readSettings(ctx.db)
  const mode = registrationMode(ctx, settings)
  return {
    version,
    software: { name: packageFile.name, version: packageFile.version },
    protocols: ['activitypub'],
    services: { inbound: [], outbound: [] },
    openRegistrations: mode === 'open' || mode === 'approval',
    usage: {
      users: { total: countUsers(ctx.db)?.users ?? 0 },
      localPosts: keptStats(ctx.db).find(({ name }) => name === 'statuses')?.value ?? 0,
    },
    metadata: { nodeName: settings.name, nodeDescription: settings.statement },
  }
}
