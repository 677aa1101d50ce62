import { For } from 'solid-js'
import { rules } from '../../../shared/locales/en/rules.ts'
import style from '../../features/rules/diff.module.css'
import { WriteToTeam } from '../../features/rules/write-to-team.tsx'
import { NarrowPage } from '../../features/shell/narrow.tsx'
import { texts } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'

const t = texts(rules)

/** `/rules/leave`: for who does not agree to the rules, what stays possible, and that there is no penalty. */
export function Page() {
  return (
    <NarrowPage title={t('leaveTitle')} out={{ href: '/rules/history', text: t('historyTitle') }}>
      <div class="stack">
        <h1>{t('leaveTitle')}</h1>
        <p class="lede">{t('leaveLede')}</p>
      </div>
      <div class={style.lists}>
        <Words title={t('leaveCanTitle')} items={t('leaveCan')} />
        <Words title={t('leaveCannotTitle')} items={t('leaveCannot')} />
      </div>
      <div class="stack prose">
        <WriteToTeam />
        <p>{t('leaveTime')}</p>
        <p>{t('leaveOld')}</p>
      </div>
      <p class="row">
        <ButtonLink href="/local">{t('leaveRead')}</ButtonLink>
        <ButtonLink kind="quiet" href="/rules/accept">
          {t('leaveBack')}
        </ButtonLink>
      </p>
    </NarrowPage>
  )
}

function Words(props: { title: string; items: readonly string[] }) {
  return (
    <section class="stack-s">
      <h2>{props.title}</h2>
      <ul class="stack-s">
        <For each={props.items}>{(item) => <li>{item}</li>}</For>
      </ul>
    </section>
  )
}
