import { useLocation, useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { shell } from '../../locales/en/shell.ts'
import { logOut, session } from '../../session/session.ts'
import { Count } from '../../ui/badge.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import { Nameplate } from './nameplate.tsx'
import { type NavEntry, navFor } from './nav.ts'
import style from './shell.module.css'

const t = texts(shell)

/** Where one may go: a rail at the start of the page, on a phone the bar below. */
export function Rail() {
  const location = useLocation()
  const navigate = useNavigate()
  const entries = () => navFor(session())
  const here = (entry: NavEntry) => location.pathname === entry.href
  const known = () => session()?.account != null
  const member = () => session()?.state === 'member'

  const leave = () =>
    logOut().then(
      () => {
        navigate('/about')
        toast(t('loggedOut'))
      },
      () => toast(t('notLoggedOut')),
    )

  const more = (): MenuItem[] => [
    ...entries()
      .filter((entry) => !entry.bar)
      .map((entry) => ({
        label: entry.count?.n ? `${entry.text} (${entry.count.n})` : entry.text,
        href: entry.href,
        current: here(entry),
      })),
    { label: t('logOut'), onSelect: leave, apart: true },
  ]

  return (
    <nav class={style.rail} aria-label={t('main')}>
      <Nameplate class={style.wide} />
      <ul>
        <For each={entries()}>
          {(entry, n) => (
            <>
              <Show when={member() && n() === 2}>
                <li class={style.narrow}>
                  <RailLink href="/write" text={t('write')} current={location.pathname === '/write'} />
                </li>
              </Show>
              <li class={entry.bar ? undefined : style.wide}>
                <RailLink href={entry.href} text={entry.text} current={here(entry)} count={entry.count} />
              </li>
            </>
          )}
        </For>
        <Show when={known()}>
          <li class={style.narrow}>
            <Menu label={t('more')} items={more()} kind="quiet" class={style.entry}>
              {t('more')}
            </Menu>
          </li>
        </Show>
      </ul>
      <Show when={member()}>
        <ButtonLink class={`${style.wide} ${style.write}`} href="/write">
          {t('write')}
        </ButtonLink>
      </Show>
      <Show when={known()}>
        <Button class={`${style.wide} ${style.out}`} kind="quiet" onClick={leave}>
          {t('logOut')}
        </Button>
      </Show>
    </nav>
  )
}

function RailLink(props: { href: string; text: string; current: boolean; count?: NavEntry['count'] }) {
  return (
    <a class={style.entry} href={props.href} aria-current={props.current ? 'page' : undefined}>
      {props.text}
      <Show when={props.count}>{(count) => <Count n={count().n} what={count().what} />}</Show>
    </a>
  )
}
