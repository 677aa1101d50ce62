import { createSignal, For, Show } from 'solid-js'
import type { EvidenceBundle, EvidencePicture, EvidenceSummary } from '../../../shared/api/evidence.ts'
import { read, send } from '../../api/http.ts'
import { beside } from '../../lib/beside.ts'
import { texts } from '../../lib/i18n.ts'
import type { Listed } from '../../lib/listed.ts'
import { submitting } from '../../lib/submit.ts'
import { evidence } from '../../locales/en/evidence.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import lines from '../reports/reports.module.css'
import { Failed } from '../shell/failed.tsx'
import { Further } from '../shell/further.tsx'
import style from './evidence.module.css'
import { KeptPost } from './kept-post.tsx'

const t = texts(evidence)

const pathOf = ({ id }: EvidenceSummary) => `/api/community/v1/evidence/${id}`
const nameOf = ({ count, people, intact }: EvidenceSummary) =>
  intact ? `${t('count', count)} ${t('by')} ${people.join(', ')}` : t('damagedName')

/** What one kept, each with the ways to read it, take it out, renew and delete it. */
export function Bundles(props: { list: Listed<EvidenceSummary> }) {
  return (
    <>
      <ul class={lines.list}>
        <For each={props.list.items()}>{(bundle) => <Bundle bundle={bundle} list={props.list} />}</For>
      </ul>
      <Further list={props.list}>{t('more')}</Further>
    </>
  )
}

function Bundle(props: { bundle: EvidenceSummary; list: Listed<EvidenceSummary> }) {
  const [whole, setWhole] = createSignal<EvidenceBundle>()
  const open = submitting(async () => {
    setWhole(whole() ? undefined : await read<EvidenceBundle>(pathOf(props.bundle)))
  })
  const renew = submitting(async () => {
    const { items: _items, ...renewed } = await send<EvidenceBundle>('POST', `${pathOf(props.bundle)}/renew`)
    props.list.change((all) => all.map((one) => (one.id === renewed.id ? renewed : one)))
    toast(t('renewed'))
  })
  const named = (what: string) => t('ofWhom', what, nameOf(props.bundle))
  return (
    <li class="stack-s">
      <p class={lines.name}>{nameOf(props.bundle)}</p>
      <Facts bundle={props.bundle} />
      <Failed error={open.error() ?? renew.error()} what={t('notDone')} />
      <p class="row">
        <Button
          aria-expanded={whole() !== undefined}
          aria-label={named(whole() ? t('close') : t('open'))}
          busy={open.busy()}
          onClick={() => open.run()}
        >
          {whole() ? t('close') : t('open')}
        </Button>
        <Show when={props.bundle.intact}>
          <ButtonLink href={`${pathOf(props.bundle)}/export`} download="" aria-label={named(t('out'))} rel="external">
            {t('out')}
          </ButtonLink>
          <Button kind="quiet" aria-label={named(t('renew'))} busy={renew.busy()} onClick={() => renew.run()}>
            {t('renew')}
          </Button>
        </Show>
        <Remove bundle={props.bundle} list={props.list} label={named(t('remove'))} />
      </p>
      <Show when={whole()}>
        {(bundle) => (
          <ol class={style.items}>
            <For each={bundle().items}>
              {(item) => (
                <li class="stack-s">
                  <KeptPost item={item} picture={(one) => <Picture picture={one} bundle={props.bundle} />} />
                </li>
              )}
            </For>
          </ol>
        )}
      </Show>
    </li>
  )
}

/** When it was kept and until when, and what was noted. */
function Facts(props: { bundle: EvidenceSummary }) {
  return (
    <>
      <p class="hint">
        {t('keptAt')} <Time at={props.bundle.created_at} />. {t('until')}{' '}
        <Time at={props.bundle.kept_until} as="date" />.{' '}
        <Show when={props.bundle.head.about}>{(handle) => `${t('about')} ${handle()}. `}</Show>
        <Show when={!props.bundle.intact}>{t('damaged')}</Show>
        <Show when={props.bundle.missing.length}>{(n) => t('missing', n())}</Show>
      </p>
      <Show when={props.bundle.head.note}>
        {(note) => (
          <p dir="auto">
            <b>{t('note')}</b> {note()}
          </p>
        )}
      </Show>
    </>
  )
}

/** A picture of a kept post, or of what it was before. */
function Picture(props: { picture: EvidencePicture; bundle: EvidenceSummary }) {
  return (
    <Show when={props.picture.sha256} fallback={<p dir="auto">{`${t('taken')} ${props.picture.description}`}</p>}>
      {(hash) => (
        <img
          class={style.picture}
          src={`${pathOf(props.bundle)}/pictures/${hash()}`}
          alt={props.picture.description || t('picture')}
          loading="lazy"
        />
      )}
    </Show>
  )
}

function Remove(props: { bundle: EvidenceSummary; list: Listed<EvidenceSummary>; label: string }) {
  const [asking, setAsking] = createSignal(false)
  const remove = submitting(async () => {
    await send('DELETE', pathOf(props.bundle))
    setAsking(false)
    const goOn = beside()
    props.list.change((all) => all.filter(({ id }) => id !== props.bundle.id))
    toast(t('removed'))
    goOn()
  })
  return (
    <>
      <Button kind="quiet" aria-label={props.label} onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      <ConfirmDialog
        open={asking()}
        title={t('removeTitle')}
        yes={t('removeYes')}
        no={t('removeNo')}
        busy={remove.busy()}
        onYes={() => remove.run()}
        onClose={() => setAsking(false)}
      >
        <p>{t('removeText')}</p>
        <Failed error={remove.error()} what={t('notDone')} />
      </ConfirmDialog>
    </>
  )
}
