import { NarrowPage } from '../features/shell/narrow.tsx'
import { texts } from '../lib/i18n.ts'
import { moving } from '../locales/en/moving.ts'
import { ArrivalHeading } from '../ui/arrival.tsx'
import { ButtonLink } from '../ui/button.tsx'

const t = texts(moving)

/** `/left`: the account is on its way out, and there is a way back. */
export function Page() {
  return (
    <NarrowPage title={t('leftTitle')}>
      <ArrivalHeading>{t('leftTitle')}</ArrivalHeading>
      <p>{t('left')}</p>
      <p>
        <ButtonLink href="/login">{t('leftBack')}</ButtonLink>
      </p>
    </NarrowPage>
  )
}
