import { createSignal } from 'solid-js'
import type { Person } from '../../../shared/api/community.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { people } from '../../locales/en/people.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Failed } from '../shell/failed.tsx'
import { CopyButton } from './copy.tsx'
import style from './people.module.css'

const t = texts(people)

/** A reset by hand: the link is made, shown once, and forgotten when the dialog closes. */
export function ResetLink(props: { person: Person }) {
  const [link, setLink] = createSignal('')
  const make = submitting(async () => {
    const path = `/api/community/v1/admin/people/${props.person.id}/reset-link`
    setLink((await send<{ link: string }>('POST', path)).link)
  })
  return (
    <>
      <Button kind="quiet" busy={make.busy()} onClick={() => make.run()}>
        {t('resetLink')}
        <span class="sr"> @{props.person.username}</span>
      </Button>
      <Failed error={make.error()} what={t('notDone')} />
      <Dialog open={link() !== ''} title={t('resetTitle', props.person.username)} onClose={() => setLink('')}>
        <p>{t('resetText')}</p>
        <code class={style.link}>{link()}</code>
        <p class="row">
          <CopyButton text={link()} />
          <Button kind="quiet" onClick={() => setLink('')}>
            {t('close')}
          </Button>
        </p>
      </Dialog>
    </>
  )
}
