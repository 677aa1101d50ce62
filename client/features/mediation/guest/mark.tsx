import { Show } from 'solid-js'
import { texts } from '../../../lib/i18n.ts'
import { guestWords } from '../../../locales/en/mediation-guest.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import style from './guest.module.css'

const t = texts(guestWords)

/** Says in front of everything that one is a guest here, and who. */
export function GuestMark(props: { acct: string }) {
  return (
    <p class={style.mark}>
      <Badge>{t('mark')}</Badge> <bdi>{t('you', props.acct)}</bdi>
    </p>
  )
}

/** How a guest ends their visit, and that nobody writes to them. */
export function GuestFoot(props: { link: string | null; leave: () => void }) {
  return (
    <div class="stack-s">
      <p class="hint">{props.link ? t('noPushAsked') : t('noPush')}</p>
      <Show when={props.link}>
        {(link) => (
          <>
            <p class="hint">{t('link')}</p>
            <p class={style.link}>{link()}</p>
          </>
        )}
      </Show>
      <p>
        <Button kind="quiet" onClick={() => props.leave()}>
          {t('leave')}
        </Button>
      </p>
    </div>
  )
}
