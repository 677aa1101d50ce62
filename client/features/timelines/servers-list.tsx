import { keys } from '../../api/keys.ts'
import { readStatuses } from '../../api/pages.ts'
import { texts } from '../../lib/i18n.ts'
import { timelines } from '../../locales/en/timelines.ts'
import { Empty } from '../../ui/empty.tsx'
import { Main } from '../shell/main.tsx'
import { Asked } from '../statuses/asked.tsx'
import { Beside } from './beside.tsx'
import { PostFeed } from './post-feed.tsx'
import { TimelineTabs } from './tabs.tsx'

const t = texts(timelines)

const SOURCES = {
  remote: {
    key: keys.remote,
    path: '/api/v1/timelines/public?remote=true',
    read: readStatuses,
    live: { stream: 'public:remote' },
  },
  allServers: {
    key: keys.allServers,
    path: '/api/v1/timelines/public',
    read: readStatuses,
    live: { stream: 'public' },
  },
} as const

/** A list of what people of other servers write in public, alone or together with everyone here. */
export function ServersList(props: { which: keyof typeof SOURCES }) {
  return (
    <>
      <Main title={t(props.which)} heading="hidden">
        <TimelineTabs />
        <p class="hint">{t(props.which === 'remote' ? 'remoteHint' : 'allServersHint')}</p>
        <PostFeed
          source={SOURCES[props.which]}
          label={t(props.which)}
          empty={
            <Empty title={t('emptyRemote')}>
              <p>
                {t('emptyRemoteText')} <a href="/peers">{t('emptyRemoteLink')}</a>
              </p>
            </Empty>
          }
        />
        <Asked />
      </Main>
      <Beside />
    </>
  )
}
