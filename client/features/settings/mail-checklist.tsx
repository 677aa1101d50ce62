import { For } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { domainOf } from '../../lib/mail-address.ts'
import { mailChecklist } from '../../locales/en/mail-checklist.ts'
import style from './mail-checklist.module.css'

const t = texts(mailChecklist)

/** What is set up outside of this program so that other providers take the mail that comes from `from`. */
export function MailChecklist(props: { from: string }) {
  const steps = () => mailChecklist.steps(domainOf(props.from.trim()) || t('ourDomain'))
  return (
    <details class={style.fold}>
      <summary>{t('title')}</summary>
      <div class="stack">
        <p class="prose">{t('lede')}</p>
        <ol class={style.steps}>
          <For each={steps()}>
            {([what, how]) => (
              <li>
                <p>
                  <b>{what}</b>
                </p>
                <p class="hint">{how}</p>
              </li>
            )}
          </For>
        </ol>
        <ul class="stack-s">
          <For each={mailChecklist.links}>
            {([name, href]) => (
              <li>
                <a href={href} target="_blank" rel="noopener noreferrer">
                  {name}
                </a>
              </li>
            )}
          </For>
        </ul>
        <p class="prose">{t('after')}</p>
      </div>
    </details>
  )
}
