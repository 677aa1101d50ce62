import { PeerList } from '../features/peers/peer-list.tsx'
import { Main } from '../features/shell/main.tsx'
import { texts } from '../lib/i18n.ts'
import { peers } from '../locales/en/peers.ts'

const t = texts(peers)

/** `/peers`: the servers that this community is connected with. */
export function Page() {
  return (
    <Main title={t('title')}>
      <p class="lede">{t('lede')}</p>
      <PeerList />
    </Main>
  )
}
