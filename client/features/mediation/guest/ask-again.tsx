import { send } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { submitting } from '../../../lib/submit.ts'
import { guestWords } from '../../../locales/en/mediation-guest.ts'
import { Button } from '../../../ui/button.tsx'
import { Failed } from '../../shell/failed.tsx'

const t = texts(guestWords)

/** Begins another request of a guest's, once theirs is over. */
export function AskAgain(props: { to: string; page: string }) {
  const again = submitting(async () => {
    await send('POST', props.to)
    // another case has another link
    location.assign(props.page)
  })
  return (
    <>
      <Failed error={again.error()} what={t('notLeft')} />
      <p>
        <Button busy={again.busy()} onClick={() => again.run()}>
          {t('askAgain')}
        </Button>
      </p>
    </>
  )
}
