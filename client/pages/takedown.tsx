import { useSearchParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import type { OutsideReceipt, OutsideRequest } from '../../shared/api/outside-request.ts'
import { send } from '../api/http.ts'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { Waiting } from '../features/shell/waiting.tsx'
import { TakedownForm } from '../features/takedown/takedown-form.tsx'
import { takeFragment } from '../lib/fragment.ts'
import { texts } from '../lib/i18n.ts'
import { loaded } from '../lib/loaded.ts'
import { takedown } from '../locales/en/takedown.ts'
import { Time } from '../ui/time.tsx'

const t = texts(takedown)

/** `/takedown`: asks for intimate pictures to be taken down, without an account; with `#TOKEN`, how that stands. */
export function Page() {
  const token = takeFragment()
  const [search] = useSearchParams<{ post: string }>()
  const [receipt, setReceipt] = createSignal<OutsideReceipt>()
  const known = loaded(
    () => token,
    async (secret) =>
      secret ? send<OutsideRequest>('POST', '/api/community/v1/takedowns/read', { token: secret }) : undefined,
  )
  return (
    <NarrowPage title={t('title')} out={{ href: '/', text: t('toStart') }}>
      <h1>{t('title')}</h1>
      <Show
        when={!token}
        fallback={
          <Show when={known.value()} fallback={<Waiting label={t('loading')} from={known} />}>
            {(one) => <Stands of={one()} />}
          </Show>
        }
      >
        <Show
          when={receipt()}
          fallback={
            <>
              <p class="prose">{t('lede')}</p>
              <p class="prose">{t('sealed')}</p>
              <TakedownForm post={search.post ?? ''} onSent={setReceipt} />
            </>
          }
        >
          {(sent) => (
            <div class="stack" role="status">
              <h2>{t('sent')}</h2>
              <Stands of={sent()} />
              <p>{t('keep')}</p>
              <p>
                <a href={`/takedown#${sent().token}`} target="_blank" rel="noopener">
                  {t('link')}
                </a>
              </p>
            </div>
          )}
        </Show>
      </Show>
    </NarrowPage>
  )
}

function Stands(props: { of: OutsideRequest }) {
  return (
    <Show
      when={props.of.outcome}
      fallback={
        <p>
          {props.of.hidden ? t('hidden') : t('shown')} {t('due')} <Time at={props.of.due_at} />.
        </p>
      }
    >
      {(outcome) => (
        <p>
          {t('outcomes')[outcome()]} {props.of.hidden ? t('hidden') : t('shown')}
        </p>
      )}
    </Show>
  )
}
