import { useNavigate, useSearchParams } from '@solidjs/router'
import { onMount } from 'solid-js'
import { shareIntoDraft } from '../features/composer/take-shared.ts'
import { Main } from '../features/shell/main.tsx'
import { texts } from '../lib/i18n.ts'
import { timelines } from '../locales/en/timelines.ts'
import { session } from '../session/session.ts'
import { Skeleton } from '../ui/skeleton.tsx'

const t = texts(timelines)

/** `/share`: takes what was shared from elsewhere into the draft, and goes on to the box, without it in the address. */
export function Page() {
  const navigate = useNavigate()
  const [search] = useSearchParams<{ title: string; text: string; url: string }>()
  onMount(async () => {
    const account = session()?.account
    if (account) await shareIntoDraft(account, { title: search.title, text: search.text, url: search.url })
    navigate('/write', { replace: true })
  })
  return (
    <Main title={t('writeTitle')}>
      <Skeleton label={t('writeTitle')} />
    </Main>
  )
}
