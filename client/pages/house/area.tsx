import { useParams } from '@solidjs/router'
import type { Component } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { page } from '../../lib/page-of.ts'

/** What those who keep the house look after, by the last word of its address. */
const areas: Record<string, Component | undefined> = {
  'bad-hours': page(() => import('./switches.tsx')),
  blocks: page(() => import('./blocks.tsx')),
  roles: page(() => import('./roles.tsx')),
  papers: page(() => import('./papers.tsx')),
  disk: page(() => import('./disk.tsx')),
  numbers: page(() => import('./numbers.tsx')),
  log: page(() => import('./log.tsx')),
  complaints: page(() => import('./complaints.tsx')),
  collections: page(() => import('./collections.tsx')),
  announcements: page(() => import('./announcements.tsx')),
  servers: page(() => import('./servers.tsx')),
  emoji: page(() => import('./emojis.tsx')),
}

const Unknown = page(() => import('./unknown.tsx'))

/** `/house/:area`: fetched by the few who keep the house, so that nobody else's first page knows of it. */
export function Page() {
  const params = useParams<{ area: string }>()
  return <Dynamic component={areas[params.area] ?? Unknown} />
}
