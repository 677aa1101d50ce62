import type { MediationView } from '../../../../shared/api/mediation.ts'
import type { GuestReport } from '../../../../shared/api/mediation-guest.ts'
import { read } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { loaded } from '../../../lib/loaded.ts'
import { guestWords } from '../../../locales/en/mediation-guest.ts'
import { Reported } from '../reported.tsx'

const t = texts(guestWords)

/** What a guest reported and what became of it. */
export function GuestReports(props: { from: string; after: MediationView }) {
  const list = loaded(
    () => ({ from: props.from, after: props.after }),
    ({ from }, signal) => read<GuestReport[]>(from, { signal }),
  )
  return <Reported list={list.value() ?? []} waits={t('reportWaits')} id="h-own-reports" />
}
